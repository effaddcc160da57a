// Some mail programs write the # of a link as %23, or lose it, and the server is then asked for a file
// of that name. Goes to the page that was meant, with what stood behind the #. Where nothing did, the
// words of 404.html stay.

{
  const [, page, code] = /^(.*\/(?:[^/]*%(?:25)*23)?)cs(?:=|%(?:25)*3d)(.+)$/i.exec(location.pathname) ?? [];
  if (code) {
    // Part by part, so that the address stays one of this server.
    const address = new URL(location);
    address.pathname = page.replace(/%(?:25)*23$/, "");
    address.search = "";
    address.hash = `cs=${code}`;
    location.replace(address);
  }
}
