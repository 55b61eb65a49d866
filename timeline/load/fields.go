package load

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// The tables of this file hold the keys of each kind of record: what they are called, what they are for, and where
// their values go. Tests hold the schema and README against them.

var headFields = NewFields(
	Line("title", "The name of the record.", func(h *head) *string { return &h.Title }),
	Prose("description", "What the record is about, in plain text.", func(h *head) *string { return &h.Description }),
	many("actors", "Who takes part: a list of actor records or names, or a map from id to record.",
		func(d *decoder, n *yaml.Node, _ *head) { d.actors(n) }),
	many("sources", "What the record rests on: a list of source records or links, or a map from id to record.",
		func(d *decoder, n *yaml.Node, _ *head) { d.sources(n) }),
	one("types", "How types of events are drawn: a map from a type to its family and its glyph.", (*decoder).types),
	many("views", "Filters with names, for whoever reads the record: a map from a name to a query.", (*decoder).views),
	one("fields", "What other keys of the events mean: a map from a key of dateline to that of the file.",
		func(*decoder, *yaml.Node, *head) {}), // which is read before the events
	many("events", "What happened, in any order.", func(_ *decoder, n *yaml.Node, h *head) { h.file.events(n, h) }),
)

var typeFields = NewFields(
	one("family", "force, talks, words, help or other, by which its events are coloured.", (*decoder).family),
	one("glyph", "The sign of its events: one printable character of one cell. That of the family where it is missing.",
		(*decoder).glyph),
)

var eventFields = NewFields(
	one("id", "A stable name for the event, unique in the record. Made from date and title where it is missing.",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.IDAt, e.ID = d.At(n), d.line(n) }),
	deferred("date", "When it happened, as precisely as is known: an EDTF date such as 2025-09-08, 2025-09, "+
		"2025-08~ or 2025-09-23/2025-09-29.",
		func(e *eventInHand) **yaml.Node { return &e.DateNode }),
	deferred("start", "The first day of a span, with end.", func(e *eventInHand) **yaml.Node { return &e.StartNode }),
	deferred("end", "The last day of a span, with date or start.", func(e *eventInHand) **yaml.Node { return &e.EndNode }),
	one("title", "What happened, in a line.",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.Title = d.headline(n) }),
	one("summary", "What happened, in plain text; an empty line separates paragraphs.",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.Summary = d.paragraphs(n) }).Or("description"),
	one("type", "One word: meeting, call, statement, strike, agreement, aid, summit, visit …",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.Type = d.word(n) }).Or("category", "kind"),
	one("status", "How sure it is: confirmed, reported, disputed, planned.",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.Status = d.word(n) }),
	one("location", "Where it happened.",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.Location = d.where(n) }).Or("place"),
	many("actors", "Who took part: ids, names or aliases, or {actor, role} where the part played matters.",
		(*decoder).parts).Or("participants", "people"),
	many("tags", "Words to find it by.", (*decoder).tags),
	many("quotes", "What was said, in the speaker's own words.", (*decoder).quotes),
	many("figures", "Numbers, each with who reported it.", (*decoder).figures),
	many("claims", "What each side says, where accounts differ.", (*decoder).claims),
	many("sources", "Who says so: ids of sources, links, or source records in place.",
		(*decoder).citations).Or("citations", "links"),
	many("related", "Ids of events that this one answers, follows or explains.", (*decoder).related),
	many("notes", "The writer's own remarks, such as how a date was worked out.",
		func(d *decoder, n *yaml.Node, e *eventInHand) { e.Notes = d.proses(n, e.Notes) }),
).Parted("event", 2, "date", "start", "title").Guessed().deriving((*decoder).saysDate)

var partFields = NewFields(
	one("actor", "The id, name or alias of the actor.",
		func(d *decoder, n *yaml.Node, p *timeline.PartDraft) { p.Name = d.actorName(n, d.line(n)) }).Or("name", "id"),
	Line("role", "The part played in this event: host, caller, target …",
		func(p *timeline.PartDraft) *string { return &p.Role }),
).Parted("actor", 1, "actor")

var quoteFields = NewFields(
	naming("by", "The id, name or alias of the speaker.", func(q *timeline.QuoteDraft) *timeline.Mention { return &q.By }),
	Prose("text", "The words.", func(q *timeline.QuoteDraft) *string { return &q.Text }),
	citing("source", "The id, link or record of the source.",
		func(q *timeline.QuoteDraft) *timeline.Citation { return &q.Source }),
).Parted("quote", 2, "by", "text")

var figureFields = NewFields(
	Line("label", "What is counted.", func(f *timeline.FigureDraft) *string { return &f.Label }),
	Line("value", "The number as the source gives it, such as 810 or about 200.",
		func(f *timeline.FigureDraft) *string { return &f.Value }),
	Line("low", "The lowest account.", func(f *timeline.FigureDraft) *string { return &f.Low }),
	Line("best", "The best account.", func(f *timeline.FigureDraft) *string { return &f.Best }),
	Line("high", "The highest account.", func(f *timeline.FigureDraft) *string { return &f.High }),
	Line("unit", "What the number is in: drones, USD …", func(f *timeline.FigureDraft) *string { return &f.Unit }),
	naming("by", "The id, name or alias of the actor who reported it.",
		func(f *timeline.FigureDraft) *timeline.Mention { return &f.By }),
	citing("source", "The id, link or record of the source.",
		func(f *timeline.FigureDraft) *timeline.Citation { return &f.Source }),
).Parted("figure", 2, "label", "value")

var claimFields = NewFields(
	naming("by", "The id, name or alias of the actor whose account it is.",
		func(c *timeline.ClaimDraft) *timeline.Mention { return &c.By }),
	Prose("text", "The account.", func(c *timeline.ClaimDraft) *string { return &c.Text }),
	Line("status", "How sure it is: confirmed, reported, disputed, denied …",
		func(c *timeline.ClaimDraft) *string { return &c.Status }),
	citing("source", "The id, link or record of the source.",
		func(c *timeline.ClaimDraft) *timeline.Citation { return &c.Source }),
).Parted("claim", 2, "by", "text")

var actorFields = NewFields(
	one("id", "A short name for the actor, unique in the record. Made from the name where it is missing.",
		func(d *decoder, n *yaml.Node, a *timeline.ActorDraft) { a.ID = d.spelling(n, a) }),
	one("name", "The name to show.", func(d *decoder, n *yaml.Node, a *timeline.ActorDraft) { a.Name = d.spelling(n, a) }),
	one("kind", "person, organization, state or group.", (*decoder).kind),
	many("aliases", "Other spellings of the name. Case, diacritics and punctuation make no difference.",
		(*decoder).aliases),
	many("memberships", "Offices held and bodies belonged to, and when.", (*decoder).memberships),
	one("parent", "The state or organisation that an organisation belongs to.",
		func(d *decoder, n *yaml.Node, a *timeline.ActorDraft) { a.ParentAt, a.Parent = d.At(n), d.mentioned(n) }),
).Parted("actor", 1, "id", "name")

var membershipFields = NewFields(
	one("of", "The id, name or alias of the state, organisation or group.",
		func(d *decoder, n *yaml.Node, m *timeline.MembershipDraft) { m.OfAt, m.Of = d.At(n), d.mentioned(n) }),
	Line("role", "The office held.", func(m *timeline.MembershipDraft) *string { return &m.Role }),
	dating("start", "When it began, as an EDTF date.",
		func(m *timeline.MembershipDraft) *edtf.Date { return &m.Start }),
	one("end", "When it ended, as an EDTF date.",
		func(d *decoder, n *yaml.Node, m *timeline.MembershipDraft) { m.EndAt, m.End = d.At(n), d.date(n) }),
).Parted("membership", 1, "of")

var sourceFields = NewFields(
	one("id", "A short name for the source, unique in the record.",
		func(d *decoder, n *yaml.Node, s *timeline.SourceDraft) { s.At, s.ID = d.At(n), d.line(n) }),
	Line("title", "The title of the publication.", func(s *timeline.SourceDraft) *string { return &s.Title }).
		Or("name", "label"),
	Line("publisher", "Who published it.", func(s *timeline.SourceDraft) *string { return &s.Publisher }).Or("outlet"),
	Line("author", "Who wrote it.", func(s *timeline.SourceDraft) *string { return &s.Author }),
	dating("published", "When it was published, as an EDTF date.",
		func(s *timeline.SourceDraft) *edtf.Date { return &s.Published }).Or("date"),
	dating("accessed", "When it was read, as an EDTF date.",
		func(s *timeline.SourceDraft) *edtf.Date { return &s.Accessed }).Or("date_accessed", "retrieved"),
	Line("url", "Where to find it.", func(s *timeline.SourceDraft) *string { return &s.URL }).Or("link", "href"),
	Line("archive_url", "Where to find a copy that stays.",
		func(s *timeline.SourceDraft) *string { return &s.ArchiveURL }),
	Line("language", "The language it is written in, as a code or a word.",
		func(s *timeline.SourceDraft) *string { return &s.Language }),
).Parted("source", 1, "id", "title", "url")
