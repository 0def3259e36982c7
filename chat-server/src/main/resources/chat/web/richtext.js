// What somebody wrote, as elements: links, `code` and names. Never markup: only text nodes and elements made here.

const PARTS = /`([^`]+)`|\bhttps?:\/\/[^\s<>"'`]+/gu;
const TAIL = /[.,;:!?'"]+$/;

/** Adds a text to an element. */
export function write(element, text) {
    let done = 0;
    for (const match of text.matchAll(PARTS)) {
        element.append(text.slice(done, match.index));
        done = match.index + (match[1] === undefined ? writeLink(element, match[0]) : writeCode(element, match));
    }
    element.append(text.slice(done));
}

function writeCode(element, [whole, inside]) {
    const code = document.createElement('code');
    code.textContent = inside;
    element.append(code);
    return whole.length;
}

/** A full stop or a closing bracket behind an address belongs to the sentence. */
function writeLink(element, text) {
    let address = text.replace(TAIL, '');
    while (address.endsWith(')') && count(address, ')') > count(address, '(')) {
        address = address.slice(0, -1).replace(TAIL, '');
    }
    const link = document.createElement('a');
    if (!isWeb(address)) {
        element.append(address);
        return address.length;
    }
    link.href = address;
    link.textContent = address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    element.append(link);
    return address.length;
}

function isWeb(address) {
    try {
        const { protocol, hostname } = new URL(address);
        return hostname !== '' && (protocol === 'https:' || protocol === 'http:');
    } catch {
        return false;
    }
}

const count = (text, char) => text.split(char).length - 1;
