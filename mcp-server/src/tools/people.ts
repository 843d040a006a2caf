import { buildReply } from '../render/reply.js';
import { requireRecords } from './answers.js';
import { renderUser } from '../render/user.js';
import { userColumns } from '../render/userRows.js';
import { recordArgument } from './fields.js';
import { searchTool } from './searchTool.js';
import { defineTool, type Tool } from './tool.js';
import { writeTool } from './writeTool.js';

const searchUsers = searchTool({
  name: 'search_users',
  toolset: 'people',
  operation: 'users.list',
  description: 'Finds users, agents or not, e.g. by e-mail, as rows, or counts them. One in full: get_user.',
  queryIn: 'first name, last name, user name or e-mail',
  columns: userColumns,
});

const getUser = defineTool({
  name: 'get_user',
  toolset: 'people',
  operations: ['users.get'],
  description:
    'Shows one user with phone and other contact data, location, group and roles. For several use search_users.',
  input: { user_number: recordArgument('users') },
  async run({ client, signal }, { user_number }) {
    const user = await client.users.get({ friendly_id: user_number }, { signal });
    requireRecords('Could not get a user', [user]);
    return buildReply({ head: `User ${user.friendly_id} (id ${user.id}).`, data: renderUser(user) });
  },
});

const createUser = writeTool({
  name: 'create_user',
  toolset: 'people_admin',
  operation: 'users.create',
  description: 'Creates a user, e.g. a new colleague. All else is given by update_user.',
  done: ({ number, id }) => `Created user ${number} (id ${id}).`,
  tellsNew: true,
});

const updateUser = writeTool({
  name: 'update_user',
  toolset: 'people_admin',
  operation: 'users.update',
  description:
    'Changes the given fields of a user, e.g. the phone number, roles, or the group to put one into; none empties one. Users cannot be archived here. Read one by get_user.',
  describe: { role_ids: 'Ids, as get_user shows them; replaces the whole set' },
  done: ({ target }) => `Updated ${target}.`,
});

export const peopleTools: readonly Tool[] = [searchUsers, getUser, createUser, updateUser];
