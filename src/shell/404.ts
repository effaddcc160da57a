// Repairs links on the page for unknown addresses. Some mail programs write the # of a link as %23, or drop
// the #; the server then looks for a file of that name. The script goes to the intended page, with the link
// behind a #. An address without a link leaves the words of 404.html on the screen.

{
  const [, page, code] = /^(.*\/(?:[^/]*%(?:25)*23)?)cs(?:=|%(?:25)*3d)(.+)$/i.exec(location.pathname) ?? [];
  if (page && code) {
    // Each part is set by itself, so that the address stays on this server.
    const address = new URL(location.href);
    address.pathname = page.replace(/%(?:25)*23$/, "");
    address.search = "";
    address.hash = `cs=${code}`;
    location.replace(address);
  }
}
