// Repairs links on a page that does not exist: some mail programs write the # of a link as %23, or drop it,
// and the server is then asked for a file of that name. Goes to the page that was meant, with the rest of
// the address behind a #. Without such a rest the words of 404.html stay.

{
  const [, page, code] = /^(.*\/(?:[^/]*%(?:25)*23)?)cs(?:=|%(?:25)*3d)(.+)$/i.exec(location.pathname) ?? [];
  if (page && code) {
    // Part by part, so that the address stays on this server.
    const address = new URL(location.href);
    address.pathname = page.replace(/%(?:25)*23$/, "");
    address.search = "";
    address.hash = `cs=${code}`;
    location.replace(address);
  }
}
