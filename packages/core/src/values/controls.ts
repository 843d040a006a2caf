/** Control characters other than tab and newline: they steer terminals, and forge lines in logs. */
const controls = /(?![\t\n])\p{Cc}/gu;

/** A text that may go into a message: servers send such characters in headers and pages. */
export function stripControls(text: string): string {
  return text.replace(controls, ' ');
}
