// Puts an editor in the place of each exercise's cell, with buttons that run it.
import { makeCell } from "./cell.js";

const look = document.createElement("link");
look.rel = "stylesheet";
look.href = new URL("runner.css", import.meta.url).href;
look.onload = () => {
  const cells = [];
  for (const place of document.querySelectorAll(".run-instead")) {
    cells.push(makeCell(place, cells));
  }
};
document.head.append(look);
