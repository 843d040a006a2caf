/** What people write to a service desk, by category: title and what they say. */
export const ticketTexts: Readonly<Record<string, readonly (readonly [title: string, text: string])[]>> = {
  Hardware: [
    ['Laptop does not start after the weekend', 'The power light blinks three times and then nothing happens.'],
    ['Docking station loses both monitors', 'Every twenty minutes the screens go black for a moment.'],
    ['Printer on the second floor prints stripes', 'Every page has grey stripes on the left side since Monday.'],
    ['Keyboard keys stick', 'The letters E and N only come when I press hard.'],
    ['Replace the battery of my laptop', 'It lasts less than half an hour without the charger.'],
    ['Headset microphone is not heard in calls', 'Others hear me only through the built-in microphone.'],
  ],
  Software: [
    ['Spreadsheet crashes when saving', 'It closes without a message when the file has more than ten sheets.'],
    ['Please install the drawing program', 'I need it for the plans of the new warehouse.'],
    ['Error 0x80070005 during the update', 'The update has failed four times, always at 62 percent.'],
    ['Time sheet shows the wrong week', 'It jumps to next week as soon as I open it.'],
    ['Licence of the PDF editor has run out', 'It says that I have three days left.'],
  ],
  Network: [
    ['VPN drops every hour', 'I have to sign in again and lose what I was copying.'],
    ['No wireless network in meeting room 4', 'The room is listed as covered but no device finds the network.'],
    ['Shared drive is very slow', 'Opening a folder takes a minute; it was fine last week.'],
    ['New workplace needs a network socket', 'The desk by the window has power but no socket.'],
  ],
  Email: [
    ['Mails to a customer come back', 'The answer says that our server is on a block list.'],
    ['Shared mailbox for the trade fair', 'Four people of our team should read and send from it.'],
    ['Calendar invitations arrive twice', 'Each invitation comes once from the sender and once from the room.'],
    ['Mailbox is full', 'I cannot send anything and do not know what I may delete.'],
  ],
  Access: [
    ['Password reset for the payroll portal', 'I have been locked out after three attempts.'],
    ['Access to the finance folder', 'I took over the monthly report and need to read last year as well.'],
    ['New colleague starts on Monday', 'Please prepare an account, mailbox and a laptop.'],
    ['Door card does not open the archive', 'The reader shows red although I am on the list.'],
  ],
};

/** What agents answer. */
export const agentComments: readonly string[] = [
  'Thank you for the report. I am looking into it.',
  'Could you send me a picture of the message?',
  'I have restarted the service; please try again.',
  'The part is on order and should be here on Thursday.',
  'This looks like the same cause as last month. Checking with the vendor.',
  'Done. Please tell us if it happens again.',
];

/** What requesters answer. */
export const requesterComments: readonly string[] = [
  'It still happens, twice this morning.',
  'Thank you, that helped.',
  'I am out of office until Wednesday, please call my colleague.',
  'Here is what I see on the screen.',
];

export const taskTitles: readonly string[] = [
  'Call the requester',
  'Order the spare part',
  'Check the warranty',
  'Install and test',
  'Ask the vendor',
];
