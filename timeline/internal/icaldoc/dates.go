package icaldoc

import (
	"strconv"
	"strings"
	"time"

	"dateline/timeline/lazyregexp"
)

// This file reads dates and rules of recurrence.

// A moment is a date of a calendar.
type moment struct {
	text string    // in EDTF, or as it is written where it cannot be read
	time time.Time // zero where it cannot be read
	day  bool      // whether it is a whole day
}

// A zone is what the name of a time zone stands for.
type zone struct {
	location  *time.Location // nil where it is not known
	described bool           // whether the calendar describes it
}

// maxZones is the number of zones that are looked up. A calendar has one or two.
const maxZones = 100

// momentPattern matches a date: of iCalendar, and as programs write it that leave signs of ISO in it.
var momentPattern = lazyregexp.New(`^(\d{4})-?(\d\d)-?(\d\d)` +
	`(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.?\d{3,9})?)?(Z|[+-]\d\d:?\d\d)?)?$`)

// moment reads the date of a property. One with the name of a zone has the offset of that, if the zone is known here.
func (c *calendar) moment(p property) moment {
	text := strings.TrimSpace(p.value)
	m := momentPattern().FindStringSubmatch(strings.ToUpper(text))
	if m == nil {
		return moment{text: text}
	}
	layout, written := "20060102", m[1]+m[2]+m[3]
	if m[4] != "" {
		layout, written = "20060102150405", written+m[4]+m[5]+(m[6] + "00")[:2]
	}
	location := time.UTC
	known := m[7] != ""
	if len(m[7]) > 1 {
		written += strings.ReplaceAll(m[7], ":", "")
		layout += "-0700"
	}
	if zone := p.param("TZID"); m[4] != "" && !known && zone != "" {
		if found := c.zone(zone); found != nil {
			location, known = found, true
		}
	}
	t, err := time.ParseInLocation(layout, written, location)
	if err != nil {
		return moment{text: text}
	}
	if len(m[7]) < 2 {
		t = pastGap(t, layout, written)
	}
	return moment{formatMoment(t, m[4] == "", known), t, m[4] == ""}
}

// pastGap returns a moment that is written in an hour which the clocks skip with the offset from before that, as
// RFC 5545 has it in 3.3.5, and every other as it is.
func pastGap(t time.Time, layout, written string) time.Time {
	if t.Format(layout) == written {
		return t
	}
	wall, err := time.Parse(layout, written)
	if err != nil {
		return t
	}
	_, before := t.Add(-12 * time.Hour).Zone()
	return wall.Add(-time.Duration(before) * time.Second).In(t.Location())
}

// formatMoment returns a date in EDTF, with its offset where zoned is set.
func formatMoment(t time.Time, day, zoned bool) string {
	layout := "2006-01-02"
	if !day {
		layout += "T15:04"
		if t.Second() != 0 {
			layout += ":05"
		}
		if zoned {
			layout += "Z07:00"
		}
	}
	return t.Format(layout)
}

// zone returns the zone of a name, or nil where it is not known here. Some programs put a path before the name.
func (c *calendar) zone(name string) *time.Location {
	if z, ok := c.zones[name]; ok {
		return z.location
	}
	if len(c.zones) == maxZones || len(name) > 100 || strings.EqualFold(name, "local") {
		return nil
	}
	found := &zone{}
	parts := strings.Split(name, "/")
	for from := range parts {
		if rest := strings.Join(parts[from:], "/"); rest != "" {
			if location, err := time.LoadLocation(rest); err == nil && !strings.EqualFold(rest, "local") {
				found.location = location
				break
			}
		}
	}
	if found.location == nil {
		found.location = zoneOfWindows(name)
	}
	c.zones[name] = found
	return found.location
}

// zoneOfWindows returns the zone that Windows calls by a name, or nil where it has none of that name.
func zoneOfWindows(name string) *time.Location {
	_, found, ok := strings.Cut(windowsZones, "\n"+strings.Replace(name, " Standard Time", " ST", 1)+"=")
	if !ok {
		return nil
	}
	found, _, _ = strings.Cut(found, "\n")
	location, err := time.LoadLocation(found)
	if err != nil {
		return nil
	}
	return location
}

// addDates adds the date of an entry and its end.
func (e *entry) addDates(c *calendar) {
	if e.exact.name != "" {
		if e.isExact() {
			e.add(c, "date", e.exact, e.exact.text())
			return
		}
		e.keep(c, strings.ToLower(e.exact.name), e.exact, e.exact.text())
	}
	start := e.start
	if start.name == "" && e.due.name != "" {
		start = e.due
	}
	if start.name == "" {
		if e.end.name != "" {
			e.keep(c, "dtend", e.end, e.end.value)
		}
		return
	}
	from := c.moment(start)
	e.add(c, "date", start, from.text)
	if zone := start.param("TZID"); zone != "" {
		e.add(c, "timezone", start, zone)
	}
	if zone := e.end.param("TZID"); zone != "" && zone != start.param("TZID") {
		e.add(c, "end timezone", e.end, zone)
	}
	if e.start.name != "" { // that of DUE are under its own key
		e.keepParams(c, e.start, "TZID")
	}
	e.keepParams(c, e.end, "TZID")
	end, to := e.end, moment{}
	switch {
	case end.name != "":
		to = c.moment(end)
	case e.duration.name != "" && !from.time.IsZero():
		end, to = e.duration, from
		days, rest, ok := duration(e.duration.value)
		if !ok {
			return
		}
		to.time = from.time.AddDate(0, 0, days).Add(rest)
		to.text = formatMoment(to.time, from.day, strings.HasSuffix(from.text, "Z") || zoneEnd().MatchString(from.text))
	default:
		return
	}
	if to.day && !from.time.IsZero() && to.time.After(from.time) { // the day after the last one
		to.time = to.time.AddDate(0, 0, -1)
		to.text = formatMoment(to.time, true, false)
	}
	if to.text != from.text {
		e.add(c, "end", end, to.text)
	}
}

// isExact reports whether the exact date that dateline wrote is still that of the entry: it holds for the start and the
// end that are written with it.
func (e *entry) isExact() bool {
	return e.exact.params == "" || e.exact.param("X-START") == e.start.value && e.exact.param("X-END") == e.end.value
}

var zoneEnd = lazyregexp.New(`T.*[+-]\d\d:\d\d$`)

var durationPattern = lazyregexp.New(
	`^\+?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$`)

// duration reads a duration such as P1DT2H.
func duration(text string) (days int, rest time.Duration, ok bool) {
	m := durationPattern().FindStringSubmatch(strings.ToUpper(strings.TrimSpace(text)))
	if m == nil {
		return 0, 0, false
	}
	n := func(i int) int { value, _ := strconv.Atoi(m[i]); return value } // "" is 0
	return 7*n(1) + n(2), time.Duration(n(3))*time.Hour + time.Duration(n(4))*time.Minute +
		time.Duration(n(5))*time.Second, true
}

// Words of rules of recurrence.
var (
	often = map[string][2]string{
		"SECONDLY": {"every second", "seconds"}, "MINUTELY": {"every minute", "minutes"}, "HOURLY": {"hourly", "hours"},
		"DAILY": {"daily", "days"}, "WEEKLY": {"weekly", "weeks"}, "MONTHLY": {"monthly", "months"},
		"YEARLY": {"yearly", "years"},
	}
	weekdays = map[string]string{
		"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday",
		"SU": "Sunday",
	}
	nth = map[string]string{
		"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last", "-2": "last but one",
	}
	weekdayPattern = lazyregexp.New(`^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$`)
)

// recurs returns a rule of recurrence in words: repeats weekly on Tuesdays until 5 May 2025. A rule that is rarer than
// those that people make by hand stands in the words as it is.
func recurs(text string) string {
	text = strings.TrimSpace(text)
	asItIs := "repeats by the rule " + text
	parts := map[string]string{}
	for _, part := range strings.Split(strings.ToUpper(text), ";") {
		if key, value, found := strings.Cut(part, "="); found {
			parts[key] = value
		}
	}
	freq, ok := often[parts["FREQ"]]
	if !ok {
		return asItIs
	}
	words := "repeats " + freq[0]
	if n := parts["INTERVAL"]; n != "" && n != "1" {
		words = "repeats every " + n + " " + freq[1]
	}
	for _, phrase := range []struct {
		key string
		say func(string) string
	}{
		{"BYDAY", onWeekdays}, {"BYMONTHDAY", onDays}, {"BYMONTH", inMonths}, {"UNTIL", until}, {"COUNT", times},
	} {
		if value, found := parts[phrase.key]; found {
			said := phrase.say(value)
			if said == "" {
				return asItIs
			}
			words += said
		}
		delete(parts, phrase.key)
	}
	for key := range parts {
		if key != "FREQ" && key != "INTERVAL" && key != "WKST" {
			return asItIs
		}
	}
	return words
}

func onWeekdays(value string) string {
	var all []string
	for _, one := range strings.Split(value, ",") {
		m := weekdayPattern().FindStringSubmatch(one)
		switch {
		case m == nil:
			return ""
		case m[1] == "":
			all = append(all, weekdays[m[2]]+"s")
		case nth[strings.TrimPrefix(m[1], "+")] != "":
			all = append(all, "the "+nth[strings.TrimPrefix(m[1], "+")]+" "+weekdays[m[2]])
		default:
			return ""
		}
	}
	return " on " + and(all)
}

func onDays(value string) string {
	all := strings.Split(value, ",")
	for i, day := range all {
		if n, err := strconv.Atoi(day); err != nil || n == 0 || n < -1 || n > 31 {
			return ""
		}
		if all[i] = "day " + day; day == "-1" {
			all[i] = "the last day"
		}
	}
	return " on " + and(all) + " of the month"
}

func inMonths(value string) string {
	all := strings.Split(value, ",")
	for i, month := range all {
		n, err := strconv.Atoi(month)
		if err != nil || n < 1 || n > 12 {
			return ""
		}
		all[i] = time.Month(n).String()
	}
	return " in " + and(all)
}

func until(value string) string {
	if len(value) < 8 {
		return ""
	}
	day, err := time.Parse("20060102", value[:8])
	if err != nil {
		return ""
	}
	return " until " + day.Format("2 January 2006")
}

func times(value string) string {
	n, err := strconv.Atoi(value)
	switch {
	case err != nil || n < 1:
		return ""
	case n == 1:
		return ", once"
	}
	return ", " + value + " times"
}

// and joins words: a, b and c.
func and(words []string) string {
	n := len(words) - 1
	if n == 0 {
		return words[0]
	}
	return strings.Join(words[:n], ", ") + " and " + words[n]
}
