// Prints the UTC times of all events in the calendar files that are named, read by ical.js with the zones of each file.
import { readFileSync } from "node:fs";
import ICAL from "../../node_modules/ical.js/dist/ical.js";

const found = {};
for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    found[event.uid] = [event.startDate, event.endDate].map((at) => at.toJSDate().toISOString());
  }
}
console.log(JSON.stringify(found));
