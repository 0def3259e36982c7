// What only one page knows, so that nobody else can go on with its connection.

/** 192 random bits, as hexadecimal digits. */
export function randomKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
