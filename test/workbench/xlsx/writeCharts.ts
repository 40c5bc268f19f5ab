/** Charts into a file's parts: where they lie on their sheets, and what they show. */
import type JSZip from "jszip";
import type { ChartRecord } from "../host/model/chartData";
import type { Host } from "../host/model/host";
import { chartXml } from "./chartXml";
import {
  DECLARATION,
  NO_RELATIONSHIPS,
  RELATIONSHIPS,
  relationshipsPart,
  withContentType,
  withRelationship,
  type Change,
} from "./relatedParts";
import { escaped } from "./xmlElements";

const EMU_PER_POINT = 12_700;
/** What may follow a sheet's drawing in its part. */
const BEHIND_DRAWING =
  /<(legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

/** The charts of each sheet: a part for the sheet's drawing, which says where they lie, and one for each chart. */
export async function addCharts(zip: JSZip, change: Change, host: Host): Promise<void> {
  let number = 0;
  for (const [index, { id }] of host.engine.sheets().entries()) {
    const { charts } = host.record(id);
    if (charts.length === 0) continue;
    const drawing = `xl/drawings/drawing${index + 1}.xml`;
    let related = NO_RELATIONSHIPS;
    let anchors = "";
    for (const [place, chart] of charts.entries()) {
      number += 1;
      zip.file(`xl/charts/chart${number}.xml`, DECLARATION + chartXml(host, chart));
      related = withRelationship(related, `rId${place + 1}`, `${RELATIONSHIPS}/chart`, `../charts/chart${number}.xml`);
      anchors += anchorXml(chart, place + 1);
      const type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
      const part = `/xl/charts/chart${number}.xml`;
      await change("[Content_Types].xml", (types) => withContentType(types, part, type));
    }
    zip.file(drawing, `${DECLARATION}<xdr:wsDr ${DRAWING_NAMES}>${anchors}</xdr:wsDr>`);
    zip.file(relationshipsPart(drawing), related);
    const type = "application/vnd.openxmlformats-officedocument.drawing+xml";
    await change("[Content_Types].xml", (types) => withContentType(types, `/${drawing}`, type));
    const sheet = `xl/worksheets/sheet${index + 1}.xml`;
    const relationshipsOfSheet = relationshipsPart(sheet);
    const known = (await zip.file(relationshipsOfSheet)?.async("string")) ?? NO_RELATIONSHIPS;
    const target = `../drawings/drawing${index + 1}.xml`;
    zip.file(relationshipsOfSheet, withRelationship(known, "rIdCharts", `${RELATIONSHIPS}/drawing`, target));
    await change(sheet, (xml) => {
      const named = xml.includes("xmlns:r=") ? xml : xml.replace("<worksheet", `<worksheet xmlns:r="${RELATIONSHIPS}"`);
      return named.replace(BEHIND_DRAWING, (next) => `<drawing r:id="rIdCharts"/>${next}`);
    });
  }
}

const DRAWING_NAMES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** Where a chart lies, and its relationship in the drawing. */
function anchorXml({ corner, width, height, name }: ChartRecord, number: number): string {
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${corner.cell.column}</xdr:col><xdr:colOff>${emu(corner.right)}</xdr:colOff>` +
    `<xdr:row>${corner.cell.row}</xdr:row><xdr:rowOff>${emu(corner.down)}</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${emu(width)}" cy="${emu(height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${number + 1}" name="${escaped(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${RELATIONSHIPS}" r:id="rId${number}"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>"
  );
}
