// What the reader wrote, kept in this browser: where it may be, and as long as it is.
const PREFIX = "exercise:";

export function load(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

// Says whether it is kept.
export function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
}
