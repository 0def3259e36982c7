/** The words that server and client share: names, requests, limits and printable text. */
@NullMarked
package chat.common;

import org.jspecify.annotations.NullMarked;
