// Package rule is the table of all that can be wrong in a record. Each kind of problem has a name that never changes,
// so that people and programs can speak of it, says whether it is an error or a warning, and is explained in a
// sentence.
//
//	problems.Report(at, rule.UnknownKey, "unknown key `actor`", "did you mean `actors`?")
//	fmt.Println(rule.UnknownKey, rule.UnknownKey.IsError()) // unknown-key false
//
// Two problems are of one rule if a reader would mend both in the same way, or ignore both for the same reason. What is
// an error in one place and a warning in another is two rules.
//
// Problems of one rule are told as one, with their number. Where their messages name different things, each of which
// is mended by itself, the rule is marked so that those of one message are told as one. A further mark has all of those
// told in one list of names.
//
// A new rule is a constant, in its group, and a line of the table. A name that was published is not used for something
// else.
//
// The package holds no problems and no messages; those are of diag, which imports it. It imports nothing of this
// module.
package rule

// An ID is a kind of problem. The zero ID is none.
type ID uint8

// What keeps a file from giving events.
const (
	Unreadable ID = 1 + iota
	NotText
	NotUTF8
	EmptyFile
	NotARecord
	NoEvents
	FileWithoutEvents
	FileIgnored
	LeftAlone
	ProgramFault
)

// What is wrong with the form of a text.
const (
	ControlCharacter ID = ProgramFault + 1 + iota
	Noncharacter
	TrailingNULs
	BrokenYAML
	OddIndent
	StrayMark
	TooManyDirectives
	BadAlias
	NoFrontMatter
	FrontMatterEnd
	TextBelowFrontMatter
	UnreadWords
	TooLarge
	BrokenCSV
	NoHeadLine
	RaggedRow
	BrokenCalendar
	RecurringEvent
	BrokenTOML
	BrokenJSON
)

// What is wrong with keys, and with the shapes of what they hold.
const (
	UnknownKey ID = BrokenJSON + 1 + iota
	DuplicateKey
	KeysDisagree
	KeyIgnored
	WrongShape
	BadValue
	MisplacedEvents
	SwallowedEvents
	JoinedRecords
	TwoBodies
	RoleGuessed
	ContainerGuessed
	ListSplit
	ListWhole
	ShapeGuessed
	BadMapping
	UnusedMapping
	OtherKey
)

// What is wrong with an event and its dates.
const (
	NoDate ID = OtherKey + 1 + iota
	BadDate
	DateAsWritten
	CenturyGuessed
	DateGuessed
	TwoReadings
	YearsOrMonth
	NegativeYear
	DatePart
	OrderConflict
	FarDate
	DateRemark
	EndConflict
	NoTitle
	TitleGuessed
	DuplicateID
	SameEvent
	LookAlike
)

// What is wrong with actors, sources and types, and with what names them.
const (
	NoName ID = LookAlike + 1 + iota
	UnknownKind
	ParentCircle
	BadMembership
	SharedName
	ProbableDouble
	EmptySource
	UnknownReference
	UnknownFamily
	BadGlyph
	TooManyTypes
	TypesDisagree
)

// What is not about a record: a filter, and the reader's own settings.
const (
	BadQuery ID = TypesDisagree + 1 + iota
	UnknownSetting
	BadSetting
	last = BadSetting
)

// What is true of a rule.
const (
	warning = 0
	failure = 1 << (iota - 1) // it is an error: something could not be read, or not used as it is
	apart                     // its problems are told apart by their messages
	listed                    // those that are told apart are told in one list, whatever their cure
	once                      // a place has one problem of it, however many parts of the file refer to that
)

// table says what each rule is.
var table = [last + 1]struct {
	name string
	is   uint8
	doc  string
}{
	Unreadable:        {"unreadable", failure, "A file or folder cannot be read."},
	NotText:           {"not-text", failure, "A file is no text."},
	NotUTF8:           {"not-utf-8", failure, "A file, or a part of it, is in another encoding than UTF-8."},
	EmptyFile:         {"empty-file", failure, "A file is empty."},
	NotARecord:        {"not-a-record", failure | apart, "A file holds something else than events."},
	NoEvents:          {"no-events", failure, "Nothing of what was read is an event."},
	FileWithoutEvents: {"file-without-events", failure, "A file gives no event, though it should."},
	FileIgnored:       {"file-ignored", failure, "A file of a folder gives no event, though its lines begin with dates."},
	LeftAlone:         {"left-alone", warning, "A file or folder is left alone that may have events."},
	ProgramFault:      {"program-fault", failure | apart, "An event or a file shows a fault of dateline."},

	ControlCharacter:     {"control-character", failure, "A text holds a control character."},
	Noncharacter:         {"noncharacter", failure, "A text holds what Unicode says is no character."},
	TrailingNULs:         {"trailing-nuls", failure, "NULs follow the text of a file, as a power cut may leave them."},
	BrokenYAML:           {"broken-yaml", failure | apart, "A line breaks the rules of YAML."},
	OddIndent:            {"odd-indent", failure, "Tabs or blanks that are none to YAML indent a line."},
	StrayMark:            {"stray-mark", failure | apart, "Another program left a line, such as the mark of a merge."},
	TooManyDirectives:    {"too-many-directives", failure, "A document has more lines %TAG than are read."},
	BadAlias:             {"bad-alias", failure | apart, "An alias of YAML stands for nothing, or for too much."},
	NoFrontMatter:        {"no-front-matter", failure, "A Markdown file does not begin with front matter."},
	FrontMatterEnd:       {"front-matter-end", failure | apart, "Front matter does not end, or ends too early."},
	TextBelowFrontMatter: {"text-below-front-matter", warning, "The text below front matter looks like fields or events."},
	UnreadWords:          {"unread-words", warning | once, "Words are a comment, tag or anchor to YAML, not text."},
	TooLarge:             {"too-large", failure | apart, "A value is too deep or has too many parts to be kept."},
	BrokenCSV:            {"broken-csv", failure | apart, "A line breaks the rules of CSV."},
	NoHeadLine:           {"no-head-line", failure, "A table does not begin with the names of its columns."},
	RaggedRow:            {"ragged-row", warning | apart, "A row of a table has more or fewer cells than its head."},
	BrokenCalendar:       {"broken-calendar", failure | apart, "A line breaks the rules of iCalendar."},
	RecurringEvent:       {"recurring-event", warning, "Only the first occurrence of a recurring event is shown."},
	BrokenTOML:           {"broken-toml", failure | apart, "A line breaks the rules of TOML."},
	BrokenJSON:           {"broken-json", failure | apart, "A text breaks the rules of JSON."},

	UnknownKey:       {"unknown-key", warning | apart, "A key has no meaning to dateline; it is kept and shown."},
	DuplicateKey:     {"duplicate-key", failure | apart, "A map has a key twice."},
	KeysDisagree:     {"keys-disagree", warning | apart, "Two keys of one meaning are given, and only one is used."},
	KeyIgnored:       {"key-ignored", warning | apart, "A key is not used where it is."},
	WrongShape:       {"wrong-shape", failure | apart, "A key holds a list, map or text where something else belongs."},
	BadValue:         {"bad-value", failure | apart, "A key holds a text that is none of those that it may hold."},
	MisplacedEvents:  {"misplaced-events", failure | apart, "Records are not below the key of their list."},
	SwallowedEvents:  {"swallowed-events", warning | apart, "A key beside the events holds what looks like more of them."},
	JoinedRecords:    {"joined-records", failure, "Two records have become one."},
	TwoBodies:        {"two-bodies", warning, "The text below front matter has no place, since another text has it."},
	RoleGuessed:      {"role-guessed", warning | apart | listed, "A key of others is taken for a date or the like."},
	ContainerGuessed: {"container-guessed", warning | apart, "A key of the writer is taken for the list of events."},
	ListSplit:        {"list-split", warning, "A text is taken for several names or words."},
	ListWhole:        {"list-whole", warning | apart, "A text that may be several names or words is taken for one."},
	ShapeGuessed:     {"shape-guessed", warning | apart, "A list or map is read where text belongs; it is kept as it is."},
	BadMapping:       {"bad-mapping", failure | apart, "What names the meaning of a key contradicts itself or the file."},
	UnusedMapping:    {"unused-mapping", warning | apart, "What names the meaning of a key names one that no file has."},
	OtherKey:         {"other-key", warning | apart | listed, "A key of a file of others is kept, shown and no more."},

	NoDate:         {"no-date", failure, "An event has no date."},
	BadDate:        {"bad-date", failure | apart, "A date cannot be read."},
	DateAsWritten:  {"date-as-written", warning, "A date that is not in EDTF has one reading, which is used."},
	CenturyGuessed: {"century-guessed", warning, "The century of a year of two digits is guessed."},
	DateGuessed:    {"date-guessed", warning | apart, "An event has the date of its group or of the name of its file."},
	TwoReadings:    {"two-readings", failure, "A date has several readings, and none is used."},
	YearsOrMonth:   {"years-or-month", warning, "A date that is read as a month may be meant as a span of years."},
	NegativeYear:   {"negative-year", warning, "A year below 0 is read as one BC; EDTF would count one more."},
	DatePart:       {"date-part", warning, "A month or day beside a year makes no date with it, and is left out."},
	OrderConflict:  {"order-conflict", warning, "Dates of a column are in another order than the reader says."},
	FarDate:        {"far-date", warning, "A date lies beyond the calendar."},
	DateRemark:     {"date-remark", warning, "A date was read, and may not say what was meant."},
	EndConflict:    {"end-conflict", failure, "An end is before its start, or beside a date that has an end."},
	NoTitle:        {"no-title", failure, "An event has no title."},
	TitleGuessed:   {"title-guessed", warning | apart, "The title of an event is made of its text or of its file's name."},
	DuplicateID:    {"duplicate-id", failure, "Two records have the same id."},
	SameEvent:      {"same-event", warning, "An event stands twice, with the same content, and is shown once."},
	LookAlike:      {"look-alike", warning, "Two events of one day have nearly the same title."},

	NoName:           {"no-name", failure, "An actor has no name."},
	UnknownKind:      {"unknown-kind", warning | apart, "An actor is of a kind that dateline does not know."},
	ParentCircle:     {"parent-circle", warning, "An actor stands under itself."},
	BadMembership:    {"bad-membership", warning, "A membership contradicts itself."},
	SharedName:       {"shared-name", warning, "Two actors share an id, a name or an alias."},
	ProbableDouble:   {"probable-double", warning, "Two names are probably of one actor."},
	EmptySource:      {"empty-source", failure, "A source says nothing of what it is."},
	UnknownReference: {"unknown-reference", warning | apart, "No source or event has the id that is named."},
	UnknownFamily:    {"unknown-family", warning | apart, "A type of events is in a family that dateline does not know."},
	BadGlyph:         {"bad-glyph", warning, "The glyph of a type cannot be used."},
	TooManyTypes:     {"too-many-types", failure, "A record describes more types of events than there can be."},
	TypesDisagree:    {"types-disagree", warning, "Two files describe one type of events differently."},

	BadQuery:       {"bad-query", failure, "A filter or date of the command line cannot be read."},
	UnknownSetting: {"unknown-setting", failure | apart, "A key of the reader's own settings is not known."},
	BadSetting:     {"bad-setting", failure | apart, "One of the reader's own settings cannot be as it is said."},
}

// String returns the name of a rule, such as "unknown-key"; "" of the zero ID.
func (r ID) String() string { return table[r].name }

// IsError reports whether problems of a rule are errors: something could not be read, or not used as it is. Others are
// warnings: everything was read, but it may not say what was meant.
func (r ID) IsError() bool { return table[r].is&failure != 0 }

// IsApart reports whether problems of a rule are told apart by their messages.
func (r ID) IsApart() bool { return table[r].is&apart != 0 }

// IsListed reports whether the problems of a rule that are told apart are told in one list.
func (r ID) IsListed() bool { return table[r].is&listed != 0 }

// IsOnceAPlace reports whether a problem of a rule is told once of its place, though others may refer to that.
func (r ID) IsOnceAPlace() bool { return table[r].is&once != 0 }

// LosesFile reports whether for a problem of a rule a whole file gives no events.
func (r ID) LosesFile() bool { return r != 0 && r <= FileIgnored }

// LosesEvents reports whether for a problem of a rule events may be missing, undated or in pieces: an error in the form
// of a file or of its events, and not in what they name.
func (r ID) LosesEvents() bool { return r.IsError() && r < NoName }

// Doc explains a rule in a sentence.
func (r ID) Doc() string { return table[r].doc }

// All returns all rules, in the order of the table.
func All() []ID {
	all := make([]ID, last)
	for n := range all {
		all[n] = ID(n + 1)
	}
	return all
}

// Named returns the rule of that name.
func Named(name string) (r ID, ok bool) {
	for _, r := range All() {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}
