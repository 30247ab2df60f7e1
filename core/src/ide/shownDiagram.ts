import type { Span } from '../base/span.js';
import type { Model } from '../model/model.js';
import { DIAGRAM_STYLE } from '../render/diagram/style.js';
import type { DiagramPanel } from './diagramPanel.js';
import { type PanelReport, panelReport } from './shownReport.js';

type Placed<Part, Place> = Omit<Part, 'span'> & { readonly range: Place | null };

/** What a page shows of a diagram panel: with its style, and with places in whatever way the page points at text. */
export type ShownDiagram<Place> = Omit<DiagramPanel, 'target' | 'causes' | 'report' | 'links' | 'vertices'> &
  DiagramPanel['target'] &
  PanelReport<Place> & {
    readonly style: string;
    readonly links: readonly Placed<DiagramPanel['links'][number], Place>[];
    readonly vertices: readonly Placed<DiagramPanel['vertices'][number], Place>[];
    readonly causes?: NonNullable<DiagramPanel['causes']>;
  };

/** `placeOf`: where a part is declared; null where it is not. */
export function shownDiagram<Place>(
  model: Model,
  { target, causes, report, links, vertices, ...panel }: DiagramPanel,
  placeOf: (span: Span | undefined) => Place | null,
): ShownDiagram<Place> {
  return {
    ...panel,
    ...target,
    style: DIAGRAM_STYLE,
    links: links.map(({ span, ...link }) => ({ ...link, range: placeOf(span) })),
    vertices: vertices.map(({ span, ...vertex }) => ({ ...vertex, range: placeOf(span) })),
    ...(causes === undefined ? {} : { causes }),
    ...panelReport(model, report, placeOf),
  };
}
