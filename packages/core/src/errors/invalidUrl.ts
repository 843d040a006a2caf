/** The address of the BOSSDesk account cannot be used; nothing was sent. The message never repeats a password. */
export class InvalidUrlError extends Error {
  override readonly name = 'InvalidUrlError';
}
