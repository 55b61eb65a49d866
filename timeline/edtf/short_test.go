package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

// kinds has a date of every kind, each of another sort of time or of knowledge, with what it is in six cells.
var kinds = []struct{ text, short string }{
	// days
	{"2025-07-10", "10 Th"},
	{"1752-01-01", "1 Sa"},
	{"1751-12-31", "31"}, // no weekday: who lived then counted another
	{"-0044-03-15", "15"},
	{"2025-07-10T20:39", "10 20h"},
	{"2025-07-10T20:39Z", "10 20z"},
	{"2025-07-10T20:39+03:00", "10 20+"},
	{"2025-07-10T20:39-05", "10 20-"},
	{"2025-07-10~", "~10"},
	{"2025-07-08?", "8?"},
	{"2025-07-08%", "~8?"},
	{"2025-08-XX", "? Aug"},
	{"2025-08-XX%", "~?Aug?"},
	{"2025-08-1X", "10/19"},
	{"2025-XX-XX", "?? ’25"},
	{"2025-XX-15", "15 ’25"},
	{"156X-12-25", "25 ’6X"},
	{"XXXX-12-25", "25 Dec"},

	// months, seasons, parts of a year
	{"2025-06", "in Jun"},
	{"2025-06~", "~Jun"},
	{"2025-06?", "Jun?"},
	{"2025-06%", "~Jun?"},
	{"2025-XX", "? ’25"},
	{"2025-1X", "Oc/De"},
	{"156X-12", "Dec’6X"},
	{"2025-21", "in Sp"},
	{"2025-22", "in Su"},
	{"2025-23", "in Au"},
	{"2025-24", "in Wi"},
	{"2025-26", "in NSu"},
	{"2025-30", "in SSu"},
	{"2025-22~", "~Su"},
	{"2025-22%", "~Su?"},
	{"202X-22", "Su’2X"},
	{"2025-35", "in Q3"},
	{"2025-38", "in T2"},
	{"2025-41", "in H2"},

	// years and more
	{"2024", "in ’24"},
	{"2024~", "~’24"},
	{"2024?", "’24?"},
	{"2024%", "~’24?"},
	{"-0043", "in 44B"},
	{"-0299", "300B"},
	{"-0299%", "~300B?"},
	{"0800", "800A"},
	{"0044", "in 44A"},
	{"Y12345", "12345"},
	{"Y12345%", "~12k?"},
	{"Y-12344", "12345B"},
	{"Y5000000", "5M"},
	{"Y-5000000%", "~5MB?"},
	{"202X", "2020s"},
	{"202X~", "~2020s"},
	{"202X%", "~’20s?"},
	{"-004X", "50–41B"},
	{"004X", "40sA"},
	{"20XX", "21st c"},
	{"20XX~", "~21stc"},
	{"-01XX", "2nd cB"},
	{"2XXX", "2XXX"},
	{"1XX5", "1XX5"},
	{"XXXX", "XXXX"},

	{"Y170000002", "170M"},
	{"Y-170000002%", "~.1GB?"},
	{"Y-26E8", "2GB"},
	{"Y17E40", "in e41"},
	{"Y-17E40%", "~e41B?"},
	{"Y-17E4000%", "~farB?"},
	{"1950S2", "1950S2"},
	{"1950S3", "1950S3"},
	{"1950S2~", "~’50S2"},
	{"1950S2%", "~S2?"},
	{"Y171010000S3", "171MS3"},

	// from one to another
	{"2025-07-06/2025-07-07", "6–7"},
	{"2025-07-16~/2025-07-17~", "~16–17"},
	{"2025-07-06?/2025-07-07", "6?–7"},
	{"2025-07-06/2025-07-07?", "6–7?"},
	{"2025-07-28/2025-08-03", "28→3"},
	{"2025-07-28/2025-10-03", "28→"},
	{"2025-07-28/", "28→?"},
	{"2025-07-28?/..", "28?→"},
	{"../2022-02-24", "→2022"},
	{"/2022-02-24", "?→2022"},
	{"../-0043", "→44B"},
	{"../Y17E7", "→170M"},
	{"1953S3/..", "’53S3→"},
	{"../..", "→"},
	{"/", "?→?"},
	{"/..", "?→"},
	{"../", "→?"},
	{"2025-08/2025-10", "Au–Oc"},
	{"2025-12/2026-01", "De→Ja"},
	{"2025-08/2027", "Aug→"},
	{"2025-21/2025-22", "Sp–Su"},
	{"2022/2024", "’22–24"},
	{"1998/2001", "’98→"},
	{"-0049/-0044", "50–45B"},
	{"2025-07-20T20:39/2025-07-20T22:00", "20 20→"},

	// one of several, all of several
	{"[2025-08-15,2025-08-16]", "15/16"},
	{"[2025-08-17..2025-08-20]", "17/20"},
	{"[2025-08-15?,2025-08-16?]", "15/16?"},
	{"[2025-08-31,2025-09-01]", "31/1"},
	{"[2025-08-17,2025-08-20]", "17|20"}, // and neither day between
	{"[2025-08-15,2025-10-20]", "15|Oct"},
	{"[2025-08-15..2025-10-20]", "15/Oct"},
	{"[2025-08-15,2027-01-20]", "15|’27"},
	{"[2025-08-15,2025-08-17?]", "15|17?"},
	{"[2025-08,2025-09]", "Au/Se"},
	{"[2025-08,2025-10]", "Au|Oc"},
	{"[2022,2024]", "’22|24"},
	{"[2022..2024]", "’22/24"},
	{"[2025-08-24..]", "≥24"},
	{"[2025-08..]", "≥Aug"},
	{"[..1760-12-03]", "≤1760"},
	{"[1667,1760-12..]", "’67/≥"},
	{"[..1950,1970]", "≤/1970"},
	{"{2025-08-15,2025-08-16}", "15+16"},
	{"{2025-08-15,2025-08-16,2025-08-18}", "15++18"},
	{"{2025-08-15..2025-08-18}", "+15–18"},
	{"{..1950}", "+→1950"},
	{"{2025-08-24..}", "+24→"},
	{"{2025-08-15..2025-10-20~}", "~+15→"}, // no words say beside it how it ends
	{"{2025-08-24%..}", "+~24?→"},
	{"{..1950%}", "~≤’50?"},
	{"[2025-08-24T20:39,2025-08-24~]", "~24/"},
	{"2025-08-24~/2025-08-24T20:39", "~24→"},
	{"[2025-08-26..2025-08-26T20:39]", "26/"}, // and not midnight
}

// A date of any kind has six cells at most, and no two kinds look alike, in ASCII neither.
func TestKindsOfDatesLookDifferent(t *testing.T) {
	ascii := strings.NewReplacer("–", "-", "→", ">", "’", "'", "≤", "<", "≥", ">")
	seen := map[string]string{"31": "", "15": ""}
	for _, c := range kinds {
		d, err := edtf.Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		got := d.Short()
		if got != c.short {
			t.Errorf("%s is %q, want %q", c.text, got, c.short)
		}
		plain := ascii.Replace(got)
		if n := utf8.RuneCountInString(got); n > 6 || len(plain) != n {
			t.Errorf("%s has %d cells in %q, which is %q in ASCII", c.text, n, got, plain)
		}
		if other, ok := seen[plain]; ok && other != "" {
			t.Errorf("%s and %s are both %q", c.text, other, plain)
		}
		seen[plain] = c.text
	}
}

// What makes a date doubtful is told of it wherever it is written: at either end, in any set, beside any other date.
func TestDoubtIsToldOfAnyEnd(t *testing.T) {
	var points, bare []string
	for _, text := range []string{
		"2025-07-10", "2025-07-12", "2025-07-10T20:39", "2025-08", "2025", "2025-07-XX", "2025-22", "202X", "20XX", "1XX5",
		"0800", "-004X", "Y-170000002", "1950S2", "XXXX-12-25",
	} {
		for _, mark := range []string{"", "?", "~", "%"} {
			if mark == "" || !strings.Contains(text, "T") {
				points, bare = append(points, text+mark), append(bare, text)
			}
		}
	}
	tried := 0
	try := func(text, bare string) {
		d, ok := edtf.Read(text)
		if !ok {
			return
		}
		tried++
		checkDate(t, d)
		sure, _ := edtf.Read(bare)
		if told := d.Short() + d.Until(); text != bare && told == sure.Short()+sure.Until() {
			t.Errorf("%s and %s are both %q", text, bare, told)
		}
	}
	one := []string{"%s", "[%s]", "{%s}", "[..%s]", "[%s..]", "{..%s}", "{%s..}", "../%s", "/%s", "%s/..", "%s/"}
	two := []string{
		"%s/%s", "[%s..%s]", "{%s..%s}", "[%s,%s]", "{%s,%s}", "[..%s,%s]", "{%s,%s..}", "{1969-01..%s,%s}", "{1969,%s,%s}",
	}
	for i, a := range points {
		for _, form := range one {
			try(fmt.Sprintf(form, a), fmt.Sprintf(form, bare[i]))
		}
		for j, b := range points {
			for _, form := range two {
				try(fmt.Sprintf(form, a, b), fmt.Sprintf(form, bare[i], bare[j]))
			}
		}
	}
	if tried < 20_000 {
		t.Errorf("only %d dates were tried", tried)
	}
}

// Where six cells do not say until when something lasts, words do.
func TestUntil(t *testing.T) {
	for text, want := range map[string]string{
		"2025-07-06/2025-07-07":             "",
		"2025-07-28/2025-08-03":             "",
		"2025-07-28/2025-10-03":             "until 3 Oct 2025",
		"2025-07-28/2026":                   "until 2026",
		"2025-07-28/..":                     "goes on",
		"2025-07-28/":                       "end unknown",
		"../2022-02-24":                     "until 24 Feb 2022",
		"1998/2001-02~":                     "until c. Feb 2001",
		"2025-07-20T20:39/2025-07-20T22:00": "until 22:00",
		"2025-07-28":                        "",
		"[2025-07-28..]":                    "",
		"1XX5%/2025-02":                     "until Feb 2025", // its mark is in the place of its arrow
		"2025-07-20/2025-07-20T22:00":       "until 22:00",
		"../202X%":                          "until c. 2020s (uncertain)",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Until(); got != want {
			t.Errorf("%s lasts %q, want %q", text, got, want)
		}
	}
}

// A weekday is told of one sure day, and not of one before the calendar that it is counted by.
func TestWeekday(t *testing.T) {
	for text, want := range map[string]string{
		"2025-07-10": "Thursday", "2025-07-10T20:39": "Thursday", "[2025-07-10]": "Thursday", "1752-01-01": "Saturday",
		"1751-12-31": "", "1142-01-01": "", "2025-07-10?": "", "2025-07-10~": "", "2025-07": "", "2025-07-XX": "",
		"2025-07-10/2025-07-10": "", "[2025-07-10,2025-07-11]": "", "2025-07-10/..": "", "XXXX-12-25": "",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if w, ok := d.Weekday(); ok {
			got = time.Weekday(w).String()
		}
		if got != want {
			t.Errorf("%s is a %q, want %q", text, got, want)
		}
	}
}
