// Asks for a password as the server wants it: masked, and never in the conversation.

/** Shows the server's question; a promise of what was typed, null if nothing. */
export function askPassword({ words = [], purpose }) {
    const dialog = document.getElementById('password-dialog');
    const input = document.getElementById('password-answer');
    document.getElementById('password-question').textContent = words.join(' ').replace(/^\* /, '').replace(/, and press Enter\..*$/s, '.');
    input.value = '';
    input.autocomplete = purpose === 'current' ? 'current-password' : 'new-password';
    document.getElementById('password-cancel').onclick = () => dialog.close('');
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
        dialog.querySelector('form').onsubmit = () => dialog.close(input.value); // Escape leaves it empty
        dialog.onclose = () => {
            input.value = '';
            resolve(dialog.returnValue || null);
            dialog.returnValue = '';
        };
    });
}
