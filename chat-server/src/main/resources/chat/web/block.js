// Several lines that belong together, in a chat whose messages have one line.

const BAR = '│'; // in front of each line of a block, so that it is one for those who read in a terminal, too

/**
 * What is typed or pasted as the lines to say. Words are said as they are. Code, which has indented lines or stands between ```,
 * gets a bar in front: the server takes blanks at the beginning and empty lines away.
 */
export function block(text) {
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    const fenced = lines.filter((line) => isFence(line)).length >= 2;
    const isCode = lines.length > 1 && (fenced || lines.some((line) => /^(\t| {2,})\S/.test(line)));
    if (!isCode) {
        return lines.filter((line) => line.trim());
    }
    const code = lines.filter((line) => !(fenced && isFence(line)));
    return trimmed(code).map((line) => `${BAR} ${line.replaceAll('\t', '    ')}`.trimEnd());
}

/** A line of a block without its bar; null if the text is no such line. */
export function inBlock(text) {
    return text.startsWith(BAR) ? text.slice(BAR.length).replace(/^ /, '') : null;
}

const isFence = (line) => /^\s*```\w*\s*$/.test(line);

/** Without empty lines at the beginning and the end. */
function trimmed(lines) {
    const isFull = (line) => line.trim() !== '';
    return lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1);
}
