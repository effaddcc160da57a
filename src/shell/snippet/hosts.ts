// Sites on which owners put the widget: which way fits each, and where to paste.
// Must not call a site tried without a test of it.

import type { Way } from "./choices";

/** A site. */
export interface Host {
  name: string;
  /** The way that fits. */
  way: Way;
  /** True if the looks go into a style sheet, since the site takes no style in a tag. */
  isSheet?: true;
  steps: string[];
  /** True if a test of the product runs it. */
  isTried?: true;
}

/** The sites by a short id, in the order of the list. */
export const HOSTS: Record<string, Host> = {
  html: {
    name: "Plain HTML",
    way: "element",
    steps: ["Open the HTML file of your page.", "Paste the tag where the coaching session goes."],
    isTried: true,
  },
  sharepoint: {
    name: "SharePoint Online",
    way: "frame",
    steps: [
      "Ask the owner of the site to allow the server of the frame: Site settings, HTML Field Security.",
      "Edit the page, and add the web part Embed.",
      "Paste the frame into the web part, and publish the page.",
    ],
  },
  teams: {
    name: "Microsoft Teams",
    way: "frame",
    steps: [
      "Open the channel, and add a tab with the plus sign.",
      "Choose Website, and paste the address. Teams may open it in the browser instead.",
      "Or put the frame onto a SharePoint page, and add that page as a tab.",
    ],
  },
  "confluence-cloud": {
    name: "Confluence Cloud",
    way: "frame",
    steps: ["Edit the page, and type /iframe.", "Choose the Iframe macro, and paste the address.", "Set the width to 100% and the height to that of the frame."],
  },
  "confluence-server": {
    name: "Confluence Data Center",
    way: "element",
    steps: ["Ask an administrator to switch on the HTML macro.", "Edit the page, and insert the HTML macro.", "Paste the tag into the macro."],
  },
  wordpress: {
    name: "WordPress",
    way: "element",
    steps: [
      "Edit the page as an administrator: WordPress takes scripts out of what others write.",
      "Add the block Custom HTML.",
      "Paste the tag into the block.",
    ],
  },
  notion: {
    name: "Notion",
    way: "frame",
    steps: ["Type /embed on the page.", "Paste the address, and choose Embed link.", "Pull the lower edge to the height of the frame."],
  },
  google: {
    name: "Google Sites",
    way: "frame",
    steps: ["Open the page, and choose Insert, Embed, By URL.", "Paste the address, and choose Insert.", "Pull the frame to its width and height."],
  },
  mkdocs: {
    name: "MkDocs",
    way: "element",
    steps: ["Open the Markdown file of your page.", "Paste the tag, with an empty line above and below it."],
  },
  docusaurus: {
    name: "Docusaurus",
    way: "element",
    isSheet: true,
    steps: [
      "Add the address of the script to scripts in docusaurus.config.js: { src: \"…\", type: \"module\" }.",
      "Paste the style rule into src/css/custom.css.",
      "Paste the line with coaching-session into the MDX page, without the line of the script.",
    ],
  },
};
