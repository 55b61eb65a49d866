package timeline

import (
	"gopkg.in/yaml.v3"
)

// A field says how one key of a kind of record is spelled and read.
type field[T any] struct {
	key     string
	aliases []string // spellings from other formats, understood without a word
	doc     string   // for the JSON Schema
	many    bool     // takes several values, so that its spellings may stand side by side
	read    func(d *decoder, n *yaml.Node, into *T)
}

// A fieldTable holds the fields of a kind of record.
type fieldTable[T any] struct {
	fields []field[T]
	byKey  keyTable
}

func newFields[T any](fields ...field[T]) *fieldTable[T] {
	t := &fieldTable[T]{fields: fields}
	for i, f := range fields {
		t.byKey.add(f.key, i)
		for _, alias := range f.aliases {
			t.byKey.add(alias, i)
		}
	}
	return t
}

// A keyTable finds the number of a field by any of its spellings. A record has more keys than anything else, and a map takes
// twice as long; see BenchmarkKeys.
type keyTable [256]struct {
	key    string
	number int
}

// slot is where to look for a key first.
func (*keyTable) slot(key string) uint8 {
	if key == "" {
		return 0
	}
	return uint8(len(key)) + 5*key[0] + 3*key[len(key)/2] + 17*key[len(key)-1]
}

func (t *keyTable) add(key string, number int) {
	i := t.slot(key)
	for t[i].key != "" {
		i++
	}
	t[i].key, t[i].number = key, number
}

func (t *keyTable) find(key string) (number int, known bool) {
	for i := t.slot(key); t[i].key != ""; i++ {
		if t[i].key == key {
			return t[i].number, true
		}
	}
	return 0, false
}

// keys lists the spellings that the format calls its own.
func (t *fieldTable[T]) keys() []string {
	keys := make([]string, len(t.fields))
	for i, f := range t.fields {
		keys[i] = f.key
	}
	return keys
}

// meant is what to do about a key that is in no field of t.
func (t *fieldTable[T]) meant(key string) string {
	var spellings []string
	for _, f := range t.fields {
		spellings = append(append(spellings, f.key), f.aliases...)
	}
	for _, spelling := range Nearest(key, spellings, 1) {
		number, _ := t.byKey.find(spelling)
		return didYouMean(t.fields[number].key)
	}
	return "it is kept and shown as it stands"
}

// didYouMean asks whether something known was meant.
func didYouMean(known string) string { return "did you mean `" + known + "`?" }

// A seen is a set of fields of a table, by number.
type seen uint64

func (s *seen) add(field int)     { *s |= 1 << field }
func (s seen) has(field int) bool { return s&(1<<field) != 0 }

var headFields = newFields(
	field[header]{
		key: "title", doc: "The name of the record.",
		read: func(d *decoder, n *yaml.Node, h *header) { h.Title = d.line(n) },
	},
	field[header]{
		key: "description", doc: "What the record is about, in plain text.",
		read: func(d *decoder, n *yaml.Node, h *header) { h.Description = d.prose(n) },
	},
	field[header]{
		key: "actors", doc: "Who takes part: a list of actor records or names, or a map from id to record.", many: true,
		read: func(d *decoder, n *yaml.Node, h *header) { d.actors(n) },
	},
	field[header]{
		key: "sources", doc: "What the record rests on: a list of source records or links, or a map from id to record.", many: true,
		read: func(d *decoder, n *yaml.Node, h *header) { d.sources(n) },
	},
	field[header]{
		key: "events", doc: "What happened, in any order.", many: true,
		read: func(d *decoder, n *yaml.Node, h *header) { d.events(n) },
	},
)

var eventFields = newFields(
	field[eventInHand]{
		key: "id", doc: "A stable name for the event, unique in the record. Made from date and title where it is missing.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.IDAt, e.ID = d.at(n), d.line(n) },
	},
	field[eventInHand]{
		key: "date", doc: "When it happened, as precisely as is known: an EDTF date such as 2025-09-08, 2025-09, 2025-08~ or 2025-09-23/2025-09-29.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.dateNode = n },
	},
	field[eventInHand]{
		key: "start", doc: "The first day of a span, with end.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.startNode = n },
	},
	field[eventInHand]{
		key: "end", doc: "The last day of a span, with date or start.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.endNode = n },
	},
	field[eventInHand]{
		key: "title", doc: "What happened, in a line.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Title = d.line(n) },
	},
	field[eventInHand]{
		key: "summary", aliases: []string{"description"}, doc: "What happened, in plain text; an empty line separates paragraphs.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Summary = d.prose(n) },
	},
	field[eventInHand]{
		key: "type", aliases: []string{"category", "kind"}, doc: "One word: meeting, call, statement, strike, agreement, aid, summit, visit …",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Type = d.line(n) },
	},
	field[eventInHand]{
		key: "status", doc: "How sure it is: confirmed, reported, disputed, planned.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Status = d.line(n) },
	},
	field[eventInHand]{
		key: "location", aliases: []string{"place"}, doc: "Where it happened.",
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Location = d.line(n) },
	},
	field[eventInHand]{
		key: "actors", aliases: []string{"participants", "people"}, doc: "Who took part: ids, names or aliases, or {actor, role} where the part played matters.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { d.parts(n, e) },
	},
	field[eventInHand]{
		key: "tags", doc: "Words to find it by.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Tags = d.words(n, e.Tags) },
	},
	field[eventInHand]{
		key: "quotes", doc: "What was said, in the speaker's own words.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { d.quotes(n, e) },
	},
	field[eventInHand]{
		key: "figures", doc: "Numbers, each with who reported it.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { d.figures(n, e) },
	},
	field[eventInHand]{
		key: "claims", doc: "What each side says, where accounts differ.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { d.claims(n, e) },
	},
	field[eventInHand]{
		key: "sources", aliases: []string{"citations", "links"}, doc: "Who says so: ids of sources, links, or source records in place.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { d.citations(n, e) },
	},
	field[eventInHand]{
		key: "related", doc: "Ids of events that this one answers, follows or explains.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { d.related(n, e) },
	},
	field[eventInHand]{
		key: "notes", doc: "The writer's own remarks, such as how a date was worked out.", many: true,
		read: func(d *decoder, n *yaml.Node, e *eventInHand) { e.Notes = d.proses(n, e.Notes) },
	},
)

var partFields = newFields(
	field[partDraft]{
		key: "actor", doc: "The id, name or alias of the actor.",
		read: func(d *decoder, n *yaml.Node, p *partDraft) { p.Name = d.line(n) },
	},
	field[partDraft]{
		key: "role", doc: "The part played in this event: host, caller, target …",
		read: func(d *decoder, n *yaml.Node, p *partDraft) { p.Role = d.line(n) },
	},
)

var quoteFields = newFields(
	field[quoteDraft]{
		key: "by", doc: "The id, name or alias of the speaker.",
		read: func(d *decoder, n *yaml.Node, q *quoteDraft) { q.By = d.mention(n) },
	},
	field[quoteDraft]{
		key: "text", doc: "The words.",
		read: func(d *decoder, n *yaml.Node, q *quoteDraft) { q.Text = d.prose(n) },
	},
	field[quoteDraft]{
		key: "source", doc: "The id, link or record of the source.",
		read: func(d *decoder, n *yaml.Node, q *quoteDraft) { q.Source = d.citation(n) },
	},
)

var figureFields = newFields(
	field[figureDraft]{
		key: "label", doc: "What is counted.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.Label = d.line(n) },
	},
	field[figureDraft]{
		key: "value", doc: "The number as the source gives it, such as 810 or about 200.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.Value = d.line(n) },
	},
	field[figureDraft]{
		key: "low", doc: "The lowest account.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.Low = d.line(n) },
	},
	field[figureDraft]{
		key: "best", doc: "The best account.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.Best = d.line(n) },
	},
	field[figureDraft]{
		key: "high", doc: "The highest account.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.High = d.line(n) },
	},
	field[figureDraft]{
		key: "unit", doc: "What the number is in: drones, USD …",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.Unit = d.line(n) },
	},
	field[figureDraft]{
		key: "by", doc: "The id, name or alias of the actor who reported it.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.By = d.mention(n) },
	},
	field[figureDraft]{
		key: "source", doc: "The id, link or record of the source.",
		read: func(d *decoder, n *yaml.Node, f *figureDraft) { f.Source = d.citation(n) },
	},
)

var claimFields = newFields(
	field[claimDraft]{
		key: "by", doc: "The id, name or alias of the actor whose account it is.",
		read: func(d *decoder, n *yaml.Node, c *claimDraft) { c.By = d.mention(n) },
	},
	field[claimDraft]{
		key: "text", doc: "The account.",
		read: func(d *decoder, n *yaml.Node, c *claimDraft) { c.Text = d.prose(n) },
	},
	field[claimDraft]{
		key: "status", doc: "How sure it is: confirmed, reported, disputed, denied …",
		read: func(d *decoder, n *yaml.Node, c *claimDraft) { c.Status = d.line(n) },
	},
	field[claimDraft]{
		key: "source", doc: "The id, link or record of the source.",
		read: func(d *decoder, n *yaml.Node, c *claimDraft) { c.Source = d.citation(n) },
	},
)

var actorFields = newFields(
	field[actorDraft]{
		key: "id", doc: "A short name for the actor, unique in the record. Made from the name where it is missing.",
		read: func(d *decoder, n *yaml.Node, a *actorDraft) { a.ID = d.spelled(n, a) },
	},
	field[actorDraft]{
		key: "name", doc: "The name to show.",
		read: func(d *decoder, n *yaml.Node, a *actorDraft) { a.Name = d.spelled(n, a) },
	},
	field[actorDraft]{
		key: "kind", doc: "person, organization, state or group.",
		read: func(d *decoder, n *yaml.Node, a *actorDraft) { d.kind(n, a) },
	},
	field[actorDraft]{
		key: "aliases", doc: "Other spellings of the name. Case, diacritics and punctuation make no difference.", many: true,
		read: func(d *decoder, n *yaml.Node, a *actorDraft) { d.aliases(n, a) },
	},
	field[actorDraft]{
		key: "memberships", doc: "Offices held and bodies belonged to, and when.", many: true,
		read: func(d *decoder, n *yaml.Node, a *actorDraft) { d.memberships(n, a) },
	},
	field[actorDraft]{
		key: "parent", doc: "The state or organisation that an organisation belongs to.",
		read: func(d *decoder, n *yaml.Node, a *actorDraft) { a.ParentAt, a.Parent = d.at(n), d.mentioned(n) },
	},
)

var membershipFields = newFields(
	field[membershipDraft]{
		key: "of", doc: "The id, name or alias of the state, organisation or group.",
		read: func(d *decoder, n *yaml.Node, m *membershipDraft) { m.OfAt, m.Of = d.at(n), d.mentioned(n) },
	},
	field[membershipDraft]{
		key: "role", doc: "The office held.",
		read: func(d *decoder, n *yaml.Node, m *membershipDraft) { m.Role = d.line(n) },
	},
	field[membershipDraft]{
		key: "start", doc: "When it began, as an EDTF date.",
		read: func(d *decoder, n *yaml.Node, m *membershipDraft) { m.Start = d.date(n) },
	},
	field[membershipDraft]{
		key: "end", doc: "When it ended, as an EDTF date.",
		read: func(d *decoder, n *yaml.Node, m *membershipDraft) { m.EndAt, m.End = d.at(n), d.date(n) },
	},
)

var sourceFields = newFields(
	field[sourceDraft]{
		key: "id", doc: "A short name for the source, unique in the record.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.At, s.ID = d.at(n), d.line(n) },
	},
	field[sourceDraft]{
		key: "title", doc: "The title of the publication.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.Title = d.line(n) },
	},
	field[sourceDraft]{
		key: "publisher", aliases: []string{"outlet"}, doc: "Who published it.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.Publisher = d.line(n) },
	},
	field[sourceDraft]{
		key: "author", doc: "Who wrote it.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.Author = d.line(n) },
	},
	field[sourceDraft]{
		key: "published", doc: "When it was published, as an EDTF date.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.Published = d.date(n) },
	},
	field[sourceDraft]{
		key: "accessed", aliases: []string{"date_accessed", "retrieved"}, doc: "When it was read, as an EDTF date.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.Accessed = d.date(n) },
	},
	field[sourceDraft]{
		key: "url", doc: "Where to find it.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.URL = d.line(n) },
	},
	field[sourceDraft]{
		key: "archive_url", doc: "Where to find a copy that stays.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.ArchiveURL = d.line(n) },
	},
	field[sourceDraft]{
		key: "language", doc: "The language it is written in, as a code or a word.",
		read: func(d *decoder, n *yaml.Node, s *sourceDraft) { s.Language = d.line(n) },
	},
)
