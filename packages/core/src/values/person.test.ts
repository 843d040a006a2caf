import { contactOf, fullNameOf, nameOfPerson, namesOfPerson } from './person.js';

const al = { first_name: 'Al', last_name: 'Dente', username: 'aldente', email: 'al@example.com' };

describe('a person', () => {
  it.each([
    [al, 'Al Dente', 'Al Dente'],
    [{ ...al, last_name: null }, 'Al', 'Al'],
    [{ ...al, first_name: undefined }, 'Dente', 'Dente'],
    [{ ...al, first_name: '', last_name: ' ' }, '', 'aldente'],
    [{ username: ' ' }, '', undefined],
    [{ first_name: 5, email: 'al@example.com' }, '', undefined],
    [{}, '', undefined],
  ])('%j has the full name %j and is called %j', (person, fullName, name) => {
    expect(fullNameOf(person)).toBe(fullName);
    expect(nameOfPerson(person)).toBe(name);
  });

  it.each([
    [al, ['al@example.com', 'aldente', 'Al Dente', 'Dente, Al', 'Dente Al']],
    [{ ...al, email: null, first_name: null }, ['aldente', 'Dente']],
    [{ ...al, username: '', last_name: ' ' }, ['al@example.com', 'Al']],
    [{}, []],
  ])('%j is found by %j', (person, names) => {
    expect(namesOfPerson(person)).toEqual(names);
  });

  it.each([
    [al, 'aldente, al@example.com'],
    [{ ...al, username: null }, 'al@example.com'],
    [{ username: 'aldente', email: '' }, 'aldente'],
    [{}, ''],
  ])('%j is reached at %j', (person, contact) => {
    expect(contactOf(person)).toBe(contact);
  });
});
