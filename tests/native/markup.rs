//! Parses Yew's markup into a tree of elements with attributes and texts.
//!
//! Understands the output of Yew's renderer only; other markup fails the test.

/// An element, or a text.
#[derive(Clone, Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    /// Returns the value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Returns the element and its descendants, in document order.
    pub fn all(&self) -> Vec<&Element> {
        let within = self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element.all()),
            Node::Text(_) => None,
        });
        std::iter::once(self).chain(within.flatten()).collect()
    }

    /// Returns the descendants with a tag.
    pub fn tags(&self, tag: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.tag == tag).collect()
    }

    /// Returns the texts of the element, in document order.
    pub fn texts(&self) -> Vec<&str> {
        let within = self.children.iter().map(|child| match child {
            Node::Element(element) => element.texts(),
            Node::Text(text) => vec![text.as_str()],
        });
        within.flatten().collect()
    }

    /// Returns the texts of the element, joined.
    pub fn text(&self) -> String {
        self.texts().concat()
    }
}

/// Elements without an end tag.
const VOID: [&str; 4] = ["input", "br", "hr", "img"];

/// Parses markup into a tree under a root without a tag.
#[track_caller]
pub fn parse(markup: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = markup;
    while !rest.is_empty() {
        let Some(inside) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            open.last_mut().unwrap().children.push(Node::Text(unescaped(&rest[..end])));
            rest = &rest[end..];
            continue;
        };
        let end = end_of_tag(inside);
        let tag = &inside[..end];
        rest = &inside[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.tag, name, "tags are closed in order: {markup}");
            open.last_mut().unwrap().children.push(Node::Element(closed));
            continue;
        }
        let element = element(tag.strip_suffix('/').unwrap_or(tag));
        if VOID.contains(&element.tag.as_str()) || tag.ends_with('/') {
            open.last_mut().unwrap().children.push(Node::Element(element));
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "every tag is closed: {markup}");
    open.pop().unwrap()
}

/// Returns the end of a tag: the position of `>` outside of quotes.
fn end_of_tag(inside: &str) -> usize {
    let mut quoted = false;
    let ends = inside.char_indices().find(|(_, mark)| {
        quoted ^= *mark == '"';
        *mark == '>' && !quoted
    });
    ends.expect("an end of the tag").0
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((name, behind)) = rest.split_once("=\"") {
        let (value, behind) = behind.split_once('"').expect("a closing quote");
        let mut names = name.split_whitespace().rev();
        let own = names.next().expect("a name before the value");
        attributes.push((own.to_owned(), unescaped(value)));
        // Those before it are without a value.
        attributes.extend(names.map(|name| (name.to_owned(), String::new())));
        rest = behind;
    }
    attributes.extend(rest.split_whitespace().map(|name| (name.to_owned(), String::new())));
    Element { tag: name.to_owned(), attributes, children: Vec::new() }
}

fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&#x27;", "'").replace("&#x2F;", "/").replace("&#39;", "'").replace("&amp;", "&")
}
