import type { IExecuteFunctions, INode } from 'n8n-workflow';

/** Parameters as set for one item, or of a node without items, as a trigger is. */
export interface Panel {
  readonly node: INode;
  readonly itemIndex?: number;
  /** The value of a parameter, or the fallback where it has none. */
  read(parameter: string, fallback: unknown): unknown;
}

/** The panel as it is set for an item. */
export function panelOf(context: IExecuteFunctions, itemIndex: number): Panel {
  return {
    node: context.getNode(),
    itemIndex,
    read: (parameter, fallback) => context.getNodeParameter(parameter, itemIndex, fallback),
  };
}
