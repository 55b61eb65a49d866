package html

// head writes what comes before the events.
func (w *writer) head(h *head) {
	w.raw(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="`).text(policy()).raw(`">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="dateline">
<title>`).text(h.Title).raw(`</title>
<style>`).raw(style).raw(`</style>
</head>
<body>
<a class="skip" href="#events">Skip to the events</a>
`)
	w.header(h)
	w.overview(&h.Overview)
	w.raw(`<div id="filter" role="search" hidden>
<label>Actor <input id="actor" type="search" list="names" autocomplete="off" spellcheck="false"` +
		` placeholder="anybody"></label>
<label>Words <input id="words" type="search" autocomplete="off" spellcheck="false" placeholder="in the events"></label>
<button id="again" type="button" hidden>All again</button>
<span id="count" role="status" aria-live="off">`).text(h.Shown).raw(`</span>
</div>
<script>`).raw(script).raw(`</script>
`)
	w.names(h.Names)
	w.raw(`<main id="events" tabindex="-1">
`)
}

// header writes what the record says of itself, and how much of it is on the page.
func (w *writer) header(h *head) {
	w.raw(`<header>
<h1 dir="auto" lang="">`).text(h.Title).raw(`</h1>
<div lang="">
`).paragraphs(h.Lead)
	if len(h.More)+len(h.Own) > 0 {
		w.raw(`<details><summary lang="en">More about this record</summary>
`).paragraphs(h.More).own(h.Own).raw(`</details>
`)
	}
	w.raw(`</div>
<p class="row faint"><span>`).text(h.Events)
	if h.Extent != "" {
		w.raw(", ").text(h.Extent)
	}
	w.raw("</span>")
	if h.Cast != "" {
		w.raw(` <a href="#who">`).text(h.Cast).raw("</a>")
	}
	w.raw(` <a href="#from">Sources</a></p>
<p id="asking" hidden></p>
</header>
`)
}

// overview writes how many events there are when.
func (w *writer) overview(o *overview) {
	w.raw(`<section class="axis" aria-labelledby="overview">
<h2 id="overview">`)
	if len(o.Bars) > 0 {
		w.raw("Events by ").text(o.Unit)
	} else {
		w.raw("Events by kind")
	}
	w.raw(`</h2>
<ul class="row">`)
	for _, k := range o.Kinds {
		w.raw(`<li><span class="mark `).text(k.Family.String()).raw(`" aria-hidden="true">`).text(k.Glyph).raw("</span> ")
		w.text(k.Name).raw(` <span class="faint">`).number(k.N).raw("</span></li>\n")
	}
	w.raw("</ul>\n")
	if len(o.Bars) > 0 {
		w.picture(o)
	}
	if len(o.Ways) > 0 {
		w.raw(`<nav aria-label="Events by time"><p class="row">`)
		for _, one := range o.Ways {
			w.raw(`<a href="#t`).number(one.Section).raw(`">`).text(one.Name).raw("</a> ")
		}
		w.raw("</p></nav>\n")
	}
	w.raw("</section>\n")
}

// picture writes the bars of an overview.
func (w *writer) picture(o *overview) {
	if o.Others > 0 {
		w.raw(`<p class="faint">`).number(o.Others).raw(" without so exact a date ")
		if o.Others == 1 {
			w.raw("is")
		} else {
			w.raw("are")
		}
		w.raw(" not drawn.</p>\n")
	}
	w.raw(`<svg role="img" aria-label="`).text(o.Says).raw("\">\n")
	for _, b := range o.Bars {
		w.raw(`<rect class="`).text(b.Family.String()).raw(`" x="`).text(b.X).raw(`%" y="`).text(b.Y)
		w.raw(`" width="`).text(b.Width).raw(`%" height="`).text(b.Height)
		w.raw(`"><title>`).text(b.Says).raw("</title></rect>\n")
	}
	for _, g := range o.Gaps {
		w.raw(`<line class="gap" x1="`).text(g.From).raw(`%" y1="92" x2="`).text(g.To).raw("%\" y2=\"92\"/>\n")
	}
	for _, l := range o.Labels {
		w.raw(`<text x="`).text(l.X).raw(`%" y="112">`).text(l.Text).raw("</text>\n")
	}
	w.raw(`<line x1="0" y1="96" x2="100%" y2="96"/>
</svg>
`)
}

// names writes what actors are found by.
func (w *writer) names(all []name) {
	w.raw(`<datalist id="names">`)
	for _, one := range all {
		w.raw(`<option value="`).text(one.Name).raw(`"`)
		w.attribute("data-id", one.ID).attribute("data-also", one.Also).attribute("data-own", one.Own)
		if one.Again {
			w.raw(" disabled")
		}
		w.raw(">")
	}
	w.raw("</datalist>\n")
}

// section writes the beginning of a part of time by its number, from 1.
func (w *writer) section(number int, heading string) {
	if number > 1 {
		w.raw("</section>\n")
	}
	w.raw(`<section aria-labelledby="t`).number(number).raw("\">\n")
	w.raw(`<h2 id="t`).number(number).raw(`">`).text(heading).raw("</h2>\n")
}

// end writes the end of so many parts of time, and of the events.
func (w *writer) end(sections int) {
	if sections > 0 {
		w.raw("</section>\n")
	}
	w.raw("</main>\n")
}

// members writes the beginning of the list of those who take part.
func (w *writer) members() {
	w.raw(`<section class="end" aria-labelledby="who">
<h2 id="who">Actors</h2>
<ul id="actors" lang="">
`)
}

// member writes one who takes part.
func (w *writer) member(m *member) {
	w.raw(`<li id="a`).number(int(m.Number)).raw(`">`).actor(m.Number, m.Name)
	w.raw(` <span class="faint" lang="en">`).text(m.Events)
	if m.Kind != "" {
		w.raw(", ").text(m.Kind)
	}
	w.raw("</span>")
	if len(m.Aliases) > 0 {
		w.raw(` <span class="as">`)
		for n, alias := range m.Aliases {
			if n > 0 {
				w.raw(", ")
			}
			w.isolated(alias)
		}
		w.raw("</span>")
	}
	for _, office := range m.Offices {
		w.raw(` <span class="office"`).dir(office).raw(">").text(office).raw("</span>")
	}
	w.own(m.Own).raw("</li>\n")
}

// membersEnd writes the end of their list.
func (w *writer) membersEnd() { w.raw("</ul>\n</section>\n") }

// sources writes the beginning of the list of sources.
func (w *writer) sources() {
	w.raw(`<section class="end" aria-labelledby="from">
<h2 id="from">Sources</h2>
<ol id="sources" lang="">
`)
}

// source writes a source.
func (w *writer) source(s *source) {
	w.raw(`<li id="s`).number(int(s.Number)).raw(`" value="`).number(int(s.Number)).raw(`"`)
	w.attribute("data-id", s.ID).raw(` dir="auto">`)
	if s.Author != "" {
		w.text(s.Author).raw(", ")
	}
	if s.URL != "" {
		w.raw("<a").link(s.URL).attribute("lang", s.Language).raw(">").text(s.Title).raw("</a>")
	} else {
		w.raw("<span").attribute("lang", s.Language).raw(">").text(s.Title).raw("</span>")
	}
	for _, words := range s.Words {
		w.raw(", <bdi>").text(words).raw("</bdi>")
	}
	if s.Archive != "" {
		w.raw(", <a").link(s.Archive).raw(` lang="en">archived</a>`)
	}
	w.own(s.Own).raw("</li>\n")
}

// sourcesEnd writes the end of the list of sources.
func (w *writer) sourcesEnd() { w.raw("</ol>\n</section>\n") }

// foot writes the end of the page.
func (w *writer) foot() { w.raw("</body>\n</html>\n") }
