package html

// event writes an event.
func (w *writer) event(e *event) {
	w.raw(`<article id="`).text(e.ID).raw(`" class="`).text(e.Family.String()).raw(`" data-a="`).text(e.Cast).raw(`"`)
	w.attribute("data-s", e.Voices).attribute("data-i", e.ByID)
	w.raw(` lang="" aria-labelledby="`).text(e.Heading).raw("\">\n")
	w.when(e)
	w.raw(`<h3 id="`).text(e.Heading).raw(`" data-g="`).text(e.Glyph).raw(`"`).dirOf(e.Title)
	w.raw(">").runs(e.Title).raw("</h3>\n")
	w.facts(e)
	if e.Note != "" {
		w.raw(`<p class="reader" lang="en">Reader’s note: <bdi>`).text(e.Note).raw("</bdi></p>\n")
	}
	w.who(e.Who)
	w.paragraphs(e.Summary)
	w.claims(e.Sides, e.Rival)
	w.figures(e.Figures)
	w.quotes(e.Quotes)
	w.notes(e.Notes)
	w.own(e.Own)
	w.related(e.Related)
	w.tags(e.Tags)
	w.cites(e.Sources)
	w.raw("\n<p class=\"place\"").dir(e.Place).raw(">").text(e.Place).raw("</p></article>\n")
}

// when writes the date of an event, which leads to the event.
func (w *writer) when(e *event) {
	w.raw(`<a class="when"`).linkTo(e.ID).raw(` lang="en">`)
	if e.DateTime != "" {
		w.raw("<time").attribute("datetime", e.DateTime).attribute("title", e.Days)
		w.raw(">").text(e.Date).raw("</time>")
	} else {
		w.raw("<data").attribute("value", e.EDTF).attribute("title", e.Days)
		w.raw(">").text(e.Date).raw("</data>")
	}
	w.raw("</a>\n")
}

// facts writes what an event is, how sure it is, and where it was.
func (w *writer) facts(e *event) {
	if e.Type == "" && e.Status == "" && len(e.Location) == 0 {
		return
	}
	w.raw(`<p class="facts">`)
	if e.Type != "" {
		w.raw(`<span class="kind"`).dir(e.Type).raw(">").text(e.Type).raw("</span>")
	}
	if e.Status != "" {
		if e.Type != "" {
			w.raw(" · ")
		}
		if e.Look != "" {
			w.raw("<span").attribute("class", e.Look).raw(">").text(e.Status).raw("</span>")
		} else {
			w.isolated(e.Status)
		}
	}
	if len(e.Location) > 0 {
		if e.Type != "" || e.Status != "" {
			w.raw(" · ")
		}
		w.raw(`<span class="where"`).dirOf(e.Location).raw(">").runs(e.Location).raw("</span>")
	}
	w.raw("</p>\n")
}

// actor writes the name of an actor, which leads to it in the list of those who take part.
func (w *writer) actor(number int32, name string) *writer {
	if number == 0 {
		return w.raw("<bdi>").text(name).raw("</bdi>")
	}
	return w.raw(`<a class="actor" href="#a`).number(int(number)).raw(`"`).dir(name).raw(">").text(name).raw("</a>")
}

// who writes the actors of an event.
func (w *writer) who(all []person) {
	if len(all) == 0 {
		return
	}
	w.raw(`<p class="who">`)
	for n, one := range all {
		if n > 0 {
			w.raw(" · ")
		}
		w.actor(one.Number, one.Name)
		if one.Is != "" {
			w.raw(`, <span class="office"`).dir(one.Is).raw(">").text(one.Is).raw("</span>")
		}
		if len(one.Written) > 0 {
			w.written(one)
		}
	}
	w.raw("</p>\n")
}

// written writes how an event spells an actor.
func (w *writer) written(one person) {
	if one.Is != "" {
		w.raw("; ")
	} else {
		w.raw(", ")
	}
	w.raw(`<span class="office" lang="en">written `)
	for n, name := range one.Written {
		if n > 0 {
			w.raw(", ")
		}
		w.raw(`<bdi lang="">`).text(name).raw("</bdi>")
	}
	w.raw("</span>")
}

// cite writes the number of a source, which leads to it in the list of sources.
func (w *writer) cite(source int32) *writer {
	if source == 0 {
		return w
	}
	return w.raw(` <a class="cite" href="#s`).number(int(source)).raw(`">[`).number(int(source)).raw("]</a>")
}

// claims writes the claims of an event.
func (w *writer) claims(sides []side, rival bool) {
	if len(sides) == 0 {
		return
	}
	if rival {
		w.raw("<h4 lang=\"en\">Claims, side by side</h4>\n")
	} else {
		w.raw("<h4 lang=\"en\">Claims</h4>\n")
	}
	w.raw(`<ul class="sides">`)
	for _, s := range sides {
		w.raw("<li>")
		if s.Name != "" {
			w.raw("<h5").dir(s.Name).raw(">").text(s.Name).raw("</h5>")
		}
		w.raw("\n<ul>")
		for _, c := range s.Claims {
			w.raw("<li").dirOf(c.Text).raw(">")
			if c.By.Name != "" {
				w.actor(c.By.Number, c.By.Name).raw(": ")
			}
			w.runs(c.Text)
			if c.Status != "" {
				w.raw(" <span").attribute("class", c.Look).raw(">(").text(c.Status).raw(")</span>")
			}
			w.cite(c.Source).raw("</li>\n")
		}
		w.raw("</ul></li>\n")
	}
	w.raw("</ul>\n")
}

// figures writes the figures of an event.
func (w *writer) figures(all []comparison) {
	if len(all) == 0 {
		return
	}
	w.raw("<h4 lang=\"en\">Figures</h4>\n")
	w.raw(`<ul class="figures">`)
	for _, one := range all {
		if one.Name != "" {
			w.raw("<li><h5").dir(one.Name).raw(">").text(one.Name).raw("</h5></li>\n")
		}
		for _, f := range one.Figures {
			w.raw(`<li><span class="n"`).dir(f.Value).raw(">").text(f.Value).raw("</span> ")
			w.raw("<span").dirOf(f.Label).raw(">").runs(f.Label)
			if f.By.Name != "" {
				w.raw(` <span class="by" lang="en">says `).actor(f.By.Number, f.By.Name).raw("</span>")
			}
			w.cite(f.Source).raw("</span></li>\n")
		}
	}
	w.raw("</ul>\n")
}

// quotes writes what is said in an event.
func (w *writer) quotes(all []quote) {
	for _, q := range all {
		w.raw(`<p class="quote"`).dirOf(q.Text).raw("><q>").runs(q.Text).raw("</q>").cite(q.Source)
		if q.By.Name != "" {
			w.raw(" – ").actor(q.By.Number, q.By.Name)
		}
		w.raw("</p>\n")
	}
}

// notes writes the notes of an event.
func (w *writer) notes(all [][]run) {
	if len(all) > 0 {
		w.raw("<h4 lang=\"en\">Notes</h4>\n")
	}
	for _, one := range all {
		w.raw(`<p class="note"`).dirOf(one).raw(">").runs(one).raw("</p>\n")
	}
}

// related writes the events that an event names.
func (w *writer) related(all []reference) {
	if len(all) == 0 {
		return
	}
	w.raw(`<p class="part"><b lang="en">Related </b>`)
	for n, one := range all {
		if n > 0 {
			w.raw(" · ")
		}
		if one.ID != "" {
			w.raw("<a").linkTo(one.ID).dir(one.Words).raw(">").text(one.Words).raw("</a>")
		} else {
			w.raw("<span").dir(one.Words).raw(">").text(one.Words).raw("</span>")
		}
	}
	w.raw("</p>\n")
}

// tags writes the tags of an event.
func (w *writer) tags(all [][]run) {
	if len(all) == 0 {
		return
	}
	w.raw(`<p class="part tags"><b lang="en">Tags </b>`)
	for n, tag := range all {
		if n > 0 {
			w.raw(" · ")
		}
		if areFromRight(tag) {
			w.raw("<bdi>").runs(tag).raw("</bdi>")
		} else {
			w.runs(tag)
		}
	}
	w.raw("</p>\n")
}

// cites writes the sources of an event.
func (w *writer) cites(all []citation) {
	if len(all) == 0 {
		return
	}
	w.raw(`<p class="part cites"><b lang="en">Sources </b>`)
	for n, one := range all {
		if n > 0 {
			w.raw(" ")
		}
		w.raw(`<a href="#s`).number(int(one.Number)).raw(`"`).dir(one.Name).raw(">[")
		w.number(int(one.Number)).raw("] ").text(one.Name).raw("</a>")
	}
	w.raw("</p>")
}
