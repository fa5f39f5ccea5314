// Copies the style sheets of the frontends into wwwroot/lib. Not in MSBuild, which turns every backslash of a style sheet into a slash.
// GDS Transport and the royal crest are licensed to GOV.UK alone, so neither the font faces nor the crest come along.
import { readFileSync, writeFileSync } from "node:fs";

const govuk = readFileSync("node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css", "utf8")
  .replace(/@font-face\{[^}]*\}/g, "")
  .replace("url(/assets/images/govuk-crest.svg)", "none");
const moj = readFileSync("node_modules/@ministryofjustice/frontend/moj/moj-frontend.min.css", "utf8")
  .replaceAll("/assets/images/", "images/");

writeFileSync("wwwroot/lib/govuk-frontend.min.css", govuk);
writeFileSync("wwwroot/lib/moj-frontend.min.css", moj);
