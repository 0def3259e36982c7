/** What the build makes besides the jar: the manual pages, the shells' completion, the archive of classes. */
package chat.client.packaging;
