package guess

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"dateline/timeline/internal/century"
	"dateline/timeline/internal/counts"
)

// A Column is what the dates of one key show.
type Column struct {
	DayFirst, MonthFirst uint8 // a bit for each sign of dates in digits, where one can only be read so
	Unclear              uint8 // where one can be read both ways
	Spans                bool  // a value can only be a span of years, such as 1914-18
	Months               bool  // a value can only be a month, such as 1998-02
	Either, Parts        bool  // a value is a month such as 1910-12, or a part such as 1920-33, and may be years
	Pair                 int   // the digits of the last value such as 2009-10, 0 before there is one
	Shared               bool  // a value is read as years unless the column has months, such as 2009-10 under season
	Decades              bool  // a value can only be a decade, such as 2010s
	HourSpans            bool  // a value can only be a span of hours, such as 3 March 2023 17:00-19:00

	Numbers // what the whole numbers under the key are

	Worded bool // a value of words is none, as where a flight goes from London
	Asked  bool // whether the reader is asked if it is the date

	Taken bool // whether a value is taken for the date of its event
	Ends  bool // whether one is taken for the end of that

	Told, Texts int // how much its texts tell, where events have no title, by Worth; and their number

	marks uint64 // one of 64 for each text, by its hash: many for texts that differ

	Ancient, Modern int // years that are surely before 1000, and those after it

	Signs  Sign
	Counts counts.Kinds // what its long numbers may count

	Beside         century.Years // its whole years, and those of two digits
	NotOrders      [4]uint8      // for each sign, a bit for each order that a date with such a year cannot have
	Named, Unnamed bool          // a year is written as the name of a column, as X2013 is; another value is not
}

// A Sign is what single values of a column show.
type Sign uint8

// The signs.
const (
	Negative     Sign = 1 << iota // a year below 0
	Astronomical                  // a year 0, or one of four digits with zeros before it: -44 is 45 BC
	Historical                    // a year with its era
	Late                          // a year after 2100
	NoEra                         // a text under a key that may tell eras, and does not
)

// AddText notes a text that may be a title, and how much it tells.
func (c *Column) AddText(text string, worth int) {
	c.Told, c.Texts = c.Told+min(worth, ShortTitle), c.Texts+1
	hash := uint32(2166136261) // FNV-1a
	for i := range len(text) {
		hash = (hash ^ uint32(text[i])) * 16777619
	}
	c.marks |= 1 << (hash >> 26)
}

// AreLikelyYears reports whether what may be months are likely years, by a value such as 1999-00, or by a part of a
// year such as 1920-33 beside a month, and no value can only be a month.
func (c Column) AreLikelyYears() bool { return (c.Shared || c.Parts && c.Either) && !c.Months }

// AreDistinct reports whether most texts of the column differ, as titles do and kinds do not. Few may do by chance.
func (c Column) AreDistinct() bool {
	expected := 64 * (1 - math.Exp(-float64(c.Texts)/64))
	return c.Texts > 0 && float64(bits.OnesCount64(c.marks)) > 0.7*expected
}

// AreAncient reports whether most years of the column are before 1000.
func (c Column) AreAncient() bool { return c.Signs&Historical != 0 || c.Ancient > c.Modern }

// AreAstronomical reports whether the years of the column count from a year 0.
func (c Column) AreAstronomical() bool { return c.Signs&(Astronomical|Historical) == Astronomical }

// AreTimes reports whether the numbers of a column may all be times since 1970.
func (c Column) AreTimes() bool { return c.Counts.AreTimes() && c.Years+c.Small+c.Long == 0 }

// AreSurelyTimes reports whether they may, and one can be nothing else.
func (c Column) AreSurelyTimes() bool { return c.Counts.AreSurelyTimes() && c.AreTimes() }

// AreDays reports whether the numbers of a column are days as spreadsheets count.
func (c Column) AreDays() bool { return c.Counts.AreDays() && c.Years+c.Small == 0 }

// Numbers is what is known of the whole numbers under a key.
type Numbers struct {
	Years, Small, Long int  // of three or four digits, of less, and of more
	Before, After      bool // one is below -99, and one is after 2100
	Sure               bool // one is below 0 or from 1000 to 2999, as years are
	Zero, Padded       bool // one is 0, as where something is counted; one is such as 07
}

// Add notes a whole number.
func (n *Numbers) Add(text string) {
	digits := strings.TrimLeft(strings.TrimPrefix(text, "-"), "0")
	switch len(digits) {
	case 3, 4:
		n.Years++
	case 0, 1, 2:
		n.Small++
	default:
		n.Long++
	}
	n.Before = n.Before || text[0] == '-' && len(digits) > 2
	n.After = n.After || text[0] != '-' && (len(digits) > 4 || len(digits) == 4 && digits > "2100")
	n.Sure = n.Sure || text[0] == '-' || len(digits) == 4 && digits < "3"
	n.Zero, n.Padded = n.Zero || digits == "", n.Padded || len(text) == 2 && len(digits) == 1
}

// AreYears reports whether the numbers are years, whatever the key is called: as many as not have three or four digits,
// and none is 0; or one is far below 0 and none after the years of now, as in a table of old times.
func (n Numbers) AreYears() bool {
	return n.Years > 0 && n.Years >= n.Small+n.Long && n.Sure && !n.Zero || n.Before && !n.After
}

// AreSerial reports whether the numbers are days or moments that are counted from somewhere.
func (n Numbers) AreSerial() bool { return n.Long > n.Years+n.Small }

// IsYear reports whether one of the numbers, or of what is yet unknown, is a year. Named is whether the key says so.
func (n Numbers) IsYear(text string, named bool) bool {
	digits := strings.TrimLeft(strings.TrimPrefix(text, "-"), "0")
	switch {
	case digits == "":
		return false // it is not known
	case n == Numbers{}:
		return len(digits) <= 4 && (named || len(digits) >= 3)
	case named:
		return !n.AreSerial() && !(n.Padded && len(digits) < 3)
	}
	return n.AreYears()
}

// Hangs reports whether the dates of the column decide how some of them are read.
func (c Column) Hangs() bool {
	if c.AreYears() && c.Small+c.Long > 0 || !c.AreYears() && c.Years > 0 || c.Padded {
		return true
	}
	if c.Signs&Negative != 0 && c.AreAstronomical() || c.Small > 0 && c.AreAncient() ||
		c.Counts&(counts.Seconds|counts.Milliseconds) != 0 && !c.AreSurelyTimes() ||
		c.Counts&counts.Serial != 0 && !c.AreDays() || c.Beside.HasShort() || c.Named {
		return true
	}
	if c.Shared || c.AreLikelyYears() {
		return true
	}
	return c.Unclear&(c.DayFirst^c.MonthFirst) != 0 || c.Unclear != 0 && (c.Decades || c.HourSpans)
}

// A Survey is what a reading of one file shows that guesses hang on. The zero Survey has seen nothing.
type Survey struct {
	Foreign    bool   // an event lacks a date or title of ours, or the file is none of ours
	Ours       bool   // an event has a date of ours
	Strays     bool   // an event has no key but such as an actor or a source has
	PassedOver bool   // a weak name, or a step of a career, was not taken, before Foreign was known
	OwnLike    bool   // a key of ours in other letters was called a guess, before Foreign was known
	OwnActors  bool   // an event has a key of ours for its actors
	WeakActors bool   // an event has actors by a weak name
	Lists      bool   // a text may be a list, if its parts stand alone elsewhere
	Titled     bool   // an event has a title of any kind
	Untitled   bool   // an event has none
	OwnStart   bool   // an event has a start of ours
	Starts     bool   // another key is offered for that
	OwnKeys    uint64 // the set of keys of ours, by numbers of their own, where the reader named the meaning of others
	SaidKeys   uint64 // the set of those that others are said to be
	Own        uint16 // the set of roles that an event has by a key of ours
	Offered    uint16 // the set of those for which another key is offered
	columns    map[string]*Column
	beside     *century.Years  // of all of them, nil until it is asked for
	mapped     map[string]bool // keys whose meaning the reader named
}

// Map notes that a key is there whose meaning the reader named.
func (s *Survey) Map(key string) {
	if !s.mapped[key] {
		if s.mapped == nil {
			s.mapped = make(map[string]bool)
		}
		s.mapped[strings.Clone(key)] = true
	}
}

// Mapped reports whether a key is there whose meaning the reader named.
func (s *Survey) Mapped(key string) bool { return s.mapped[key] }

// Column returns what is known of the dates of a key, to be added to.
func (s *Survey) Column(key string) *Column {
	c := s.columns[key]
	if c == nil {
		if s.columns == nil {
			s.columns = make(map[string]*Column)
		}
		c = new(Column)
		s.columns[strings.Clone(key)] = c
	}
	return c
}

// Seen returns what is known of the dates of a key.
func (s *Survey) Seen(key string) Column {
	if c := s.columns[key]; c != nil {
		return *c
	}
	return Column{}
}

// Beside returns what all dates of the file show of their years, but for the whole ones of what is no date of an event,
// such as when a firm was founded, and of when something was told.
func (s *Survey) Beside() century.Years {
	if s.beside == nil {
		s.beside = new(century.Years)
		for key, c := range s.columns {
			years := c.Beside
			more := func(word string) bool { // than date, as date_founded says
				return !slices.Contains([]string{"date", "datetime", "year", "start", "begin", "end"}, word)
			}
			dated := c.Taken || c.Ends || s.mapped[key] || !slices.ContainsFunc(Words(key), more)
			if !dated || IsOfRecord(key) ||
				HasWord(key, "updated", "modified", "accessed", "retrieved", "birth", "born", "dob") {
				years = years.WithoutWhole()
			}
			s.beside.Add(years)
		}
	}
	return *s.beside
}

// TellsMost reports whether the texts of a key are of several words, and no other key has texts that tell more.
func (s *Survey) TellsMost(key string) bool {
	const words = 5 // about as long are two
	told, texts := s.Seen(key).Told, s.Seen(key).Texts
	for _, c := range s.columns {
		if c.Told > told {
			return false
		}
	}
	return told > words*texts
}

// Add adds what another survey has seen.
func (s *Survey) Add(o *Survey) {
	s.Ours, s.Strays = s.Ours || o.Ours, s.Strays || o.Strays
	s.Foreign, s.PassedOver = s.Foreign || o.Foreign, s.PassedOver || o.PassedOver
	s.Own, s.Offered = s.Own|o.Own, s.Offered|o.Offered
	s.OwnStart, s.Starts = s.OwnStart || o.OwnStart, s.Starts || o.Starts
	s.Titled, s.Untitled = s.Titled || o.Titled, s.Untitled || o.Untitled
	s.OwnLike = s.OwnLike || o.OwnLike
	s.OwnKeys, s.SaidKeys = s.OwnKeys|o.OwnKeys, s.SaidKeys|o.SaidKeys
	s.OwnActors, s.WeakActors, s.Lists = s.OwnActors || o.OwnActors, s.WeakActors || o.WeakActors, s.Lists || o.Lists
	for key := range o.mapped {
		s.Map(key)
	}
	s.AddColumns(o)
}

// AddColumns adds what the dates of another survey show.
func (s *Survey) AddColumns(o *Survey) {
	for key, c := range o.columns {
		to := s.Column(key)
		to.DayFirst, to.MonthFirst = to.DayFirst|c.DayFirst, to.MonthFirst|c.MonthFirst
		to.Unclear, to.Spans = to.Unclear|c.Unclear, to.Spans || c.Spans
		to.Months, to.Shared = to.Months || c.Months, to.Shared || c.Shared
		to.Either, to.Parts = to.Either || c.Either, to.Parts || c.Parts
		to.Decades, to.Taken = to.Decades || c.Decades, to.Taken || c.Taken
		to.HourSpans, to.Ends = to.HourSpans || c.HourSpans, to.Ends || c.Ends
		to.Told, to.Texts = to.Told+c.Told, to.Texts+c.Texts
		to.Worded, to.Asked = to.Worded || c.Worded, to.Asked || c.Asked
		to.marks |= c.marks
		to.Ancient, to.Modern = to.Ancient+c.Ancient, to.Modern+c.Modern
		to.Signs, to.Counts = to.Signs|c.Signs, to.Counts|c.Counts
		to.Years, to.Small, to.Long = to.Years+c.Years, to.Small+c.Small, to.Long+c.Long
		to.Beside.Add(c.Beside)
		for sign, not := range c.NotOrders {
			to.NotOrders[sign] |= not
		}
		to.Named, to.Unnamed = to.Named || c.Named, to.Unnamed || c.Unnamed
		to.Sure, to.Zero, to.Padded = to.Sure || c.Sure, to.Zero || c.Zero, to.Padded || c.Padded
		to.Before, to.After = to.Before || c.Before, to.After || c.After
	}
}

// AreStrays reports whether events that look like actors or sources are such: only in a file of ours, since other
// people's events have other keys.
func (s *Survey) AreStrays() bool { return s.Strays && s.Ours && !s.Foreign }

// IsUntitled reports whether no event of a file has a title of any kind.
func (s *Survey) IsUntitled() bool { return s.Untitled && !s.Titled }

// Conclude notes what follows of a whole file. Events that look like something else are events, and so none of ours,
// unless they are strays. Where one column is of old times, or counts its years from a year 0, the others that go below
// 0 are and do so too: ends are written as starts are.
func (s *Survey) Conclude() {
	s.Foreign = s.Foreign || s.Strays && !s.Ours
	eachOld := func(do func(key string, c *Column)) {
		for key, c := range s.columns {
			if c.Signs&Negative != 0 {
				do(key, c)
			}
		}
	}
	old, counted := false, false
	eachOld(func(_ string, c *Column) { old = old || c.AreYears() && c.Before })
	eachOld(func(key string, c *Column) {
		c.Before = c.Before || old
		counted = counted || c.AreAstronomical() && (c.AreYears() || IsYear(key) || HasWord(key, "date"))
	})
	if counted {
		eachOld(func(_ string, c *Column) { c.Signs |= Astronomical })
	}
}

// Hangs reports whether something would be read in another way by who knows what the survey has seen. A text that may
// be a list is not looked at, since that hangs on all files.
func (s *Survey) Hangs() bool {
	if s.Foreign && (s.PassedOver || s.OwnLike || !s.Ours) || s.OwnActors && s.WeakActors || s.Own&s.Offered != 0 ||
		s.AreStrays() || s.OwnStart && s.Starts || s.IsUntitled() {
		return true
	}
	telling := 0
	for key, c := range s.columns {
		if c.Small > 0 && (strings.EqualFold(key, "start") || strings.EqualFold(key, "end")) { // on each other
			return true
		}
		if c.Told > 0 {
			telling++
		}
		if c.Hangs() || c.Spans || c.Worded && c.Asked {
			return true
		}
	}
	return telling > 1
}
