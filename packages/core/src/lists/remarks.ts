import type { RansackQuery } from '../query/conditions.js';

/**
 * What a list has to say about itself beside its rows. A filter or a sort that the server ignored is none of these: that
 * is an error.
 */
export type ListRemark =
  | {
      /** Rows moved between two pages: some may be missing, some may stand for an earlier state. */
      readonly about: 'moved';
    }
  | {
      /** The rows do not show that the sort was honoured, nor that it was not. */
      readonly about: 'sortUnproved';
      readonly sort: string;
    }
  | {
      /** The server does not order what ties by id, so that pages may overlap. */
      readonly about: 'tiesUnordered';
    }
  | {
      /** A condition leaves out records without a value, which its words do not say. */
      readonly about: 'valuesMissing';
      readonly filter: string;
      readonly attribute: string;
      /** A filter in place of the condition, which takes them in. */
      readonly including: RansackQuery;
    };

/** Takes what a list says of itself. */
export type OnRemark = (remark: ListRemark) => void;

/** A remark as a sentence; how to write {@link RansackQuery} conditions differs between places. */
export function describeRemark(remark: ListRemark, writeQuery: (query: RansackQuery) => string): string {
  switch (remark.about) {
    case 'moved':
      return 'The list moved while it was read: records may be missing. Sorted by id, none would be.';
    case 'sortUnproved':
      return `Whether BOSSDesk sorted by ${remark.sort} is unproved: it knows the attribute, but the rows are in an order of their own.`;
    case 'tiesUnordered':
      return 'BOSSDesk does not order by id what is otherwise equal, so that records may be missing where a list has several pages.';
    case 'valuesMissing':
      return `${remark.filter} leaves out records that have no ${remark.attribute}. To include them, replace it by ${writeQuery(remark.including)}`;
  }
}

/** Says each thing once, however many pages a list has. */
export function createRemarks(onRemark: OnRemark = () => undefined): { readonly all: ListRemark[]; tell: OnRemark } {
  const all: ListRemark[] = [];
  const told = new Set<string>();
  return {
    all,
    tell(remark) {
      const key = JSON.stringify(remark);
      if (told.has(key)) return;
      told.add(key);
      all.push(remark);
      onRemark(remark);
    },
  };
}
