package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/testrecord"
)

func mustParse(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string,
) Query {
	t.Helper()
	q, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return q
}

func Example() {
	q, err := Parse(`actor:yermak,budanov since:2025-07 NOT "security guarantees"`)
	fmt.Println(q.Only(ByActor, "rubio"), err)
	EachTerm(q.Root(), func(t Term, wanted bool) { fmt.Printf("%q %d %t\n", t.Key, len(t.Values), wanted) })
	// Output:
	// actor:rubio since:2025-07 -"security guarantees" <nil>
	// "actor" 2 true
	// "since" 1 true
	// "" 1 false
}

func ExampleParse() {
	q, err := Parse(`actor:Yermak,"Marco Rubio" since:2025-07 NOT "security guarantees"`)
	fmt.Println(q, err)
	_, err = Parse("is:disputd")
	fmt.Println(err)
	// Output:
	// actor:Yermak,"Marco Rubio" since:2025-07 -"security guarantees" <nil>
	// `disputd` cannot be asked of `is`; did you mean `is:disputed`?
}

func ExampleQuery_Add() {
	q, _ := Parse("ceasefire actor:yermak -actor:budanov")
	fmt.Println(q.Add(ByActor, "budanov"))
	fmt.Println(q.Only(ByActor, "budanov"))
	fmt.Println(q.Exclude(ByActor, "yermak"))
	fmt.Println(q.DropKey(ByActor))
	// Output:
	// ceasefire actor:yermak,budanov
	// ceasefire actor:budanov
	// ceasefire -actor:budanov -actor:yermak
	// ceasefire
}

func TestParse(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"  \t ", ""},
		{"yermak", "yermak"},
		{" a   b ", "a b"},
		{"a AND b", "a b"},
		{"a and b or not c", "a and b or not c"},
		{"a | b", "a OR b"},
		{"a|b", "a OR b"},
		{"a OR b c", "a OR b c"},
		{"(a OR b) c", "(a OR b) c"},
		{"((a OR (b OR c)))", "a OR b OR c"},
		{"(a b) (c)", "a b c"},
		{"NOT a", "-a"},
		{"--a", "a"},
		{"-(NOT a)", "a"},
		{"NOT (a OR b)", "-(a OR b)"},
		{"-(a b)", "-(a b)"},
		{"a-b", "a-b"},
		{`"security guarantees"`, `"security guarantees"`},
		{`"say \"no\" \\ never"`, `"say \"no\" \\ never"`},
		{`"OR"`, `"OR"`},
		{"ACTOR:Rubio", "actor:Rubio"},
		{"place:kyiv", "location:kyiv"},
		{`actor:"Marco Rubio",yermak`, `actor:"Marco Rubio",yermak`},
		{`actor:"rubio"`, "actor:rubio"},
		{`-actor:a,b`, "-actor:a,b"},
		{"20:39", "20:39"},
		{"https://example.org/a?b=c,d", "https://example.org/a?b=c,d"},
		{"source:https://example.org/a", "source:https://example.org/a"},
		{"date:2025-09", "date:2025-09"},
		{"date:2025-07..2025-09,2026", "date:2025-07..2025-09,2026"},
		{"date:..2025", "date:..2025"},
		{"date:2025..", "date:2025.."},
		{"date:2022-02-24/..", "date:2022-02-24/.."},
		{"date:[2025-08-15,2025-08-16],2026", "date:[2025-08-15,2025-08-16],2026"},
		{"since:2025-07-10 until:2025-09~", "since:2025-07-10 until:2025-09~"},
		{"has:QUOTE,figure is:Disputed", "has:quote,figure is:disputed"},
		{"Зеленський OR 习近平", "Зеленський OR 习近平"},
		{`a"b c"d`, `a "b c" d`},
		// Keys of the writer's own, and operators.
		{"importance:8", "importance:8"},
		{"importance=8", "importance:8"},
		{"importance==8", "importance:8"},
		{"importance!=8", "-importance:8"},
		{"importance:>=7 importance≥7 date:<2025 x≠3 y≤1", "importance>=7 importance>=7 date<2025 -x:3 y<=1"},
		{`x:">5" x:a>5`, `x:">5" x:a>5`},
		{"-importance!=8", "importance:8"},
		{"importance>=7 x<3.5 y>1 z<=2", "importance>=7 x<3.5 y>1 z<=2"},
		{"impact_areas:war a.b-c2:d Ключ:x", "impact_areas:war a.b-c2:d Ключ:x"},
		{`"Impact Areas":war "company":x "2nd">=1`, `"Impact Areas":war company:x "2nd">=1`},
		{`"by":x other.by:y`, "by:x other.by:y"},
		{`"a b" :c`, `"a b" :c`},
		{"company:Amaranth,\"Jon, Vale\"", "company:Amaranth,\"Jon, Vale\""},
		{"actor=sol type!=call place=kyiv", "actor:sol -type:call location:kyiv"},
		{"date>=2025-07 date<=2025-09 date=2025 date!=2024", "since:2025-07 until:2025-09 date:2025 -date:2024"},
		{"date>2025-08 date<2025-07", "date>2025-08 date<2025-07"},
		{"date>2025,2026", "date>2025,2026"},
		{"has:importance", "has:importance"},
		{`has:"Impact Areas"`, `has:"Impact Areas"`},
		{`https:"//x"`, `https:"//x"`},
		{`a:"=b",":c"`, `a:"=b",":c"`},
		// Several values, and alternatives.
		{"actor:a|b", "actor:a,b"},
		{`actor:a|"b c",d`, `actor:a,"b c",d`},
		{"-actor:a|b", "-actor:a,b"},
		{"importance>=9|1", "importance>=9,1"},
		{"actor:a|type:b", "actor:a OR type:b"},
		{`actor:a|"b c":d`, `actor:a OR "b c":d`},
		{"actor:a | b", "actor:a OR b"},
		{"actor:a| b", "actor:a OR b"},
		{"actor:a |b", "actor:a OR b"},
		{"actor:a|-b", "actor:a OR -b"},
		{"actor:a|!b", "actor:a OR -b"},
		{"actor:a|(b c)", "actor:a OR b c"},
		{"actor:a OR b", "actor:a OR b"},
		// A ! leaves out, as a minus does.
		{"!putin", "-putin"},
		{`!"a b" !(c d) !actor:e !!f -!g`, `-"a b" -(c d) -actor:e f g`},
		{"a!b wow!", "a!b wow!"},
		// Signs in words make no key.
		{"https://a.b/c?d=e>f std::map C++>=11 <3 ->x 5>3", "https://a.b/c?d=e>f std::map C++>=11 <3 ->x 5>3"},
		{"a->b a=>b x@y=z", "a->b a=>b x@y=z"},
		// Dates as people type them, kept as they are written.
		{`since:"last month" until:yesterday`, `since:"last month" until:yesterday`},
		{`date:"44 BC",2025/08/01,"August 2025"`, `date:"44 BC",2025/08/01,"August 2025"`},
		{"date:yesterday..tomorrow", "date:yesterday..tomorrow"},
		{`deadline<"next month"`, `deadline<"next month"`},
		{`claim:denied,"supply site"`, `claim:denied,"supply site"`},
		{`CLAIM:(By:Russia AND NOT status:denied (a|"b c"))`, `claim:(by:Russia -status:denied (a OR "b c"))`},
		{`claim:(drones)`, "claim:drones"},
		{`claim:("drones") -claim:(a OR b)`, `claim:"drones" -claim:(a OR b)`},
		{`claim!=(a b) claim!=c claim:(a,b)`, "-claim:(a b) -claim:c claim:(a,b)"},
		{`claim:(a)|claim:(by:b)type:call`, `claim:a OR claim:(by:b) type:call`},
	} {
		q, err := Parse(tt.text)
		if err != nil || q.String() != tt.want {
			t.Errorf("Parse(%q) = %q, %v, want %q", tt.text, q, err, tt.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ text, under, message string }{
		{"a actor:", "actor:", "a value for `actor` is missing; write it after the colon, without a space"},
		{"actor: rubio", "actor:", "a value for `actor` is missing; write it after the colon, without a space"},
		{"actor:a, b", "actor:a,", "a value for `actor` is missing; write it after the comma, without a space"},
		{"actor:(a OR b)", "actor:", "a value for `actor` is missing; for one of several write actor:a,b"},
		{`actor:""`, `actor:""`, "a value for `actor` is missing; write it after the colon, without a space"},
		{"since:", "since:", "a value for `since` is missing; a date such as since:2025-09"},
		{"is:", "is:", "a value for `is` is missing; one of disputed, contested, approximate, undated, marked, new, changed"},
		{"is:disputd", "disputd", "`disputd` cannot be asked of `is`; did you mean `is:disputed`?"},
		{"a importance>=", "importance>=", "a value for `importance` is missing; write it after >=, without a space"},
		{"date>= 2025", "date>=", "a value for `date` is missing; a date such as date>=2025-09"},
		{"actor>5", "actor>", "`actor` is no number and no date, which > compares; write actor: or -actor:"},
		{"since<2025", "since<", "`since` cannot be compared; write date<"},
		{"! a", "!", "nothing comes after the !; write what to leave out, without a space"},
		{"a > b", ">", "> stands alone; write it between key and value without blanks, as in date>=2025-09"},
		{"importance >= 7", ">=", ">= stands alone; write it between key and value without blanks, as in date>=2025-09"},
		{"a -> b", ">", "> stands alone; write it between key and value without blanks, as in date>=2025-09"},
		{`a "b c`, `"b c`, `the quote is not closed; add " where it ends`},
		{`actor:"b c`, `"b c`, `the quote is not closed; add " where it ends`},
		{"(a b", "(", "this bracket is not closed; add ) where it ends"},
		{"a) b", ")", `this bracket closes nothing; take it out, or put the text in "quotes"`},
		{"a ()", "()", "the brackets are empty; write what to look for, or take them out"},
		{"(a OR )", ")", "something to look for is missing before this bracket"},
		{"a OR", "OR", "something to look for is missing after this"},
		{"OR a", "OR", `something to look for is missing before OR; write it before, or put the word in "quotes"`},
		{"a AND OR b", "OR", `something to look for is missing before OR; write it before, or put the word in "quotes"`},
		{"NOT", "NOT", "something to look for is missing after this"},
		{"a - b", "-", "nothing comes after the minus; write what to leave out, without a space"},
		{"a – b", "–", "nothing to look for: no letters or digits; take it out"},
		{`"…"`, `"…"`, "nothing to look for: no letters or digits; take it out"},
		{"date:2025-09..2025-07", "2025-09..2025-07", "the range ends before it starts; write the earlier date first"},
		{
			"a claim:", "claim:", "a value for `claim` is missing; write a word of a claim or its status, or several things of " +
				"one claim in brackets: claim:(by:russia status:denied drones)",
		},
		// What is wrong inside brackets is pointed at there.
		{"claim:(by:)", "by:", "a value for `by` is missing; write it after the colon, without a space"},
		{"x claim:(status:)", "status:", "a value for `status` is missing; write it after the colon, without a space"},
		{
			"claim:(by:russia, status:denied)", "by:russia,",
			"a value for `by` is missing; write it after the comma, without a space",
		},
		{"((type:)", "type:", "a value for `type` is missing; write it after the colon, without a space"},
		{"a (NOT", "NOT", "something to look for is missing after this"},
		{`a "Impact Areas":`, `"Impact Areas":`, "a value for `Impact Areas` is missing; write it after the colon, without a space"},
		{"claim:a,(b)", "claim:a,", "a value for `claim` is missing; write claim:(a OR b)"},
		{"claim:-", "-", "nothing to look for: no letters or digits; take it out"},
		{"claim:()", "()", "the brackets are empty; write what to look for, or take them out"},
		{"x claim:(by:a", "(", "this bracket is not closed; add ) where it ends"},
		{"claim:(a),b", "(a),", "a comma comes after brackets; write claim:(a OR b), or both claims with OR"},
		{"claim:(by:a type:call)", "type:", "`type` cannot be asked of one claim; write it outside the brackets; " +
			"inside are by:, says:, status:, source: and words"},
		{"claim:(actor:a)", "actor:", "`actor` cannot be asked of one claim; write by: for who claims it, or says: for all " +
			"who speak for a state"},
		{"claim:(a -(b OR claim:c))", "claim:", "`claim` cannot be asked of one claim; write what is in it side by side, as " +
			"in claim:(by:russia status:denied drones)"},
		{"claim:(importance>=7)", "importance>=", "`importance` cannot be asked of one claim; write it outside the brackets; " +
			"inside are by:, says:, status:, source: and words"},
		{"claim>a", "claim>", "`claim` is no number and no date, which > compares; write claim: or -claim:"},
		{strings.Repeat("(", 500), strings.Repeat("(", 300), "brackets nest too deep; ask with fewer of them"},
	} {
		_, err := Parse(tt.text)
		var wrong *Error
		if !errors.As(err, &wrong) {
			t.Errorf("Parse(%q): error %v, want an *Error", tt.text, err)
			continue
		}
		if under := tt.text[wrong.Start:wrong.End]; under != tt.under || wrong.Error() != tt.message {
			t.Errorf("Parse(%q): under %q: %s\nwant under %q: %s", tt.text, under, wrong, tt.under, tt.message)
		}
	}
}

// What is wrong with a date is said by the date, at its place in the query.
func TestParseDateErrors(t *testing.T) {
	for _, text := range []string{"date:2025-13", "x since:someday", "date:2025-13..2025", "date:2025..2025-02-30", `until:"2025-02-30"`} {
		_, err := Parse(text)
		var wrong *Error
		if !errors.As(err, &wrong) || wrong.Message == "" ||
			wrong.Start < strings.IndexByte(text, ':') || wrong.End > len(text) || wrong.Start >= wrong.End {
			t.Errorf("Parse(%q): %+v", text, err)
		}
	}
}

func TestQueryParts(t *testing.T) {
	q := mustParse(t, `actor:a  "b c" (x OR y)  -type:call`)
	want := []string{"actor:a", `"b c"`, "(x OR y)", "-type:call"}
	if diff := cmp.Diff(want, q.Parts()); diff != "" {
		t.Error(diff)
	}
	if got := q.Without(1).String(); got != "actor:a (x OR y) -type:call" {
		t.Errorf("Without(1) = %q", got)
	}
	if got := mustParse(t, "a OR b").Without(0); !got.IsZero() {
		t.Errorf("without its only part a query asks %q", got)
	}
}

func TestQueryWords(t *testing.T) {
	q := mustParse(t, `Café "Security Guarantees" -kyiv (a OR type:b) NOT (x y)`)
	if diff := cmp.Diff([]string{"cafe", "security guarantees ", "a"}, q.Words()); diff != "" {
		t.Error(diff)
	}
}

func TestQueryEdits(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		edit       func(Query) Query
		want       string
	}{
		{"add to nothing", "", func(q Query) Query { return q.Add(ByActor, "Marco Rubio") }, `actor:"Marco Rubio"`},
		{"add beside alternatives", "a OR b", func(q Query) Query { return q.Add(ByTag, "c") }, "(a OR b) tag:c"},
		{"add what is there", "actor:rubio x", func(q Query) Query { return q.Add(ByActor, "RUBIO") }, "actor:rubio x"},
		{"add what is excluded", "-actor:a,b", func(q Query) Query { return q.Add(ByActor, "a") }, "-actor:b actor:a"},
		{"add to the last", "actor:a actor:b", func(q Query) Query { return q.Add(ByActor, "c") }, "actor:a actor:b,c"},
		{"call by one name", "actor:us-doj,x,doj -actor:y,us-doj (actor:us-doj OR b) actor:us-doj*", func(q Query) Query {
			return q.Called(ByActor, "doj", func(text string) bool { return text == "us-doj" })
		}, "actor:doj,x -actor:y,doj (actor:us-doj OR b) actor:us-doj*"},
		{"add a word", "a", func(q Query) Query { return q.Add(ByWords, "b c") }, `a "b c"`},
		{"add a word that would be an operator", "", func(q Query) Query { return q.Add(ByWords, "OR") }, `"OR"`},
		{"add what is no date", "a", func(q Query) Query { return q.Add(ByDate, "soon") }, "a"},
		{"only of what was compared", "x importance>=7 -importance:3", func(q Query) Query { return q.Only("importance", "8") }, "x importance:8"},
		{"add to an own key", "Impact_Areas:a", func(q Query) Query { return q.Add("impact areas", "b") }, "Impact_Areas:a,b"},
		{"add beside a comparison", "x>=7", func(q Query) Query { return q.Add("x", "8") }, "x>=7 x:8"},
		{"an own key that has a name of ours", "", func(q Query) Query { return q.Add(OwnKey("by"), "b") }, "other.by:b"},
		{"drop an own key", "a x:1 -x>3 (x:2 OR b)", func(q Query) Query { return q.DropKey("X") }, "a (x:2 OR b)"},
		{"add all that begin so", "actor:a", func(q Query) Query { return q.Add(ByActor, "a*") }, "actor:a,a*"},
		{"drop of all that begin so", "actor:a,a*", func(q Query) Query { return q.Drop(ByActor, "A") }, "actor:a*"},
		{"add a number with a sign", "x:-5", func(q Query) Query { return q.Add("x", "5") }, "x:-5,5"},
		{"drop of a comparison", "x>=7 x:7,8", func(q Query) Query { return q.Drop("x", "7") }, "x>=7 x:8"},
		{"add nothing", "a", func(q Query) Query { return q.Add(ByActor, " ") }, "a"},
		{
			"only keeps its place", "x actor:a y -actor:b (actor:c OR z)",
			func(q Query) Query { return q.Only(ByActor, "d") },
			"x actor:d y (actor:c OR z)",
		},
		{"exclude what is included", "actor:a,b", func(q Query) Query { return q.Exclude(ByActor, "b") }, "actor:a -actor:b"},
		{"exclude the only one", "x actor:b", func(q Query) Query { return q.Exclude(ByActor, "b") }, "x -actor:b"},
		{"exclude twice", "-actor:b", func(q Query) Query { return q.Exclude(ByActor, "B") }, "-actor:b"},
		{"drop from both sides", "actor:a,b -actor:a", func(q Query) Query { return q.Drop(ByActor, "A") }, "actor:b"},
		{"drop of another key", "tag:a", func(q Query) Query { return q.Drop(ByActor, "a") }, "tag:a"},
		{"drop key", "actor:a x -actor:b -(actor:c y)", func(q Query) Query { return q.DropKey(ByActor) }, "x -(actor:c y)"},
		{"any", "x actor:a -actor:d y actor:b,A", func(q Query) Query { return q.Any(ByActor) }, "x actor:a,b -actor:d y"},
		{"any of words", "a b", func(q Query) Query { return q.Any(ByWords) }, "a b"},
		{"all", "x actor:a,b -actor:d actor:B", func(q Query) Query { return q.All(ByActor) }, "x actor:a actor:b -actor:d"},
		{
			"and", "a (b OR c)",
			func(q Query) Query { return q.And(mustParse(t, "c OR b")).And(mustParse(t, "b OR c")) },
			"a (b OR c) (c OR b)",
		},
		{"and nothing", "a", func(q Query) Query { return q.And(Query{}) }, "a"},
		{"nothing and", "", func(q Query) Query { return q.And(mustParse(t, "a b")) }, "a b"},
		{"a value with quotes", "", func(q Query) Query { return q.Only(ByActor, `M. "Z", jr.`) }, `actor:"M. \"Z\", jr."`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.edit(mustParse(t, tt.text)).String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestQueryValues(t *testing.T) {
	included, excluded := mustParse(t, "actor:a,b x actor:c -actor:d,e (actor:f OR y)").Values(ByActor)
	if diff := cmp.Diff([][]string{{"a", "b", "c"}, {"d", "e"}}, [][]string{included, excluded}); diff != "" {
		t.Error(diff)
	}
}

func TestQueryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := mustParse(t, testrecord.QueryText().Draw(t, "query"))
		checkRoundTrip(t, q)
	})
}

// checkRoundTrip holds a query against what String and Parts promise.
func checkRoundTrip(t interface {
	Helper()
	Fatalf(string, ...any)
}, q Query,
) {
	t.Helper()
	if again := mustParse(t, q.String()); !again.Equal(q) || cmp.Diff(q.Root(), again.Root()) != "" {
		t.Fatalf("%q parses to %q", q, again)
	}
	var all Query
	for i, part := range q.Parts() {
		all = all.And(mustParse(t, part))
		if span := q.spans()[i]; q.String()[span[0]:span[1]] != part {
			t.Fatalf("%q: part %d is %q, span %v", q, i, part, span)
		}
	}
	if !all.And(q).Equal(all) {
		t.Fatalf("%q is not the conjunction of its parts %q", q, q.Parts())
	}
}

// Any sequence of edits leaves a query that parses, with what was asked for in it.
func TestQueryEditsKeepTheirPromises(t *testing.T) {
	keys := rapid.SampledFrom([]Key{ByActor, ByType, ByTag, ByLocation, ByWords, "importance", "Impact Areas"})
	values := rapid.OneOf(
		rapid.SampledFrom([]string{"rubio", "Marco Rubio", "call", "AND", "-x", "a,b", "a:b", `"`, `\`}), rapid.String(),
	)
	rapid.Check(t, func(t *rapid.T) {
		q := mustParse(t, testrecord.QueryText().Draw(t, "query"))
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			key, v := keys.Draw(t, "key"), values.Draw(t, "value")
			if _, ok := newTerm(key, v); !ok {
				if !q.Add(key, v).Equal(q) || !q.Only(key, v).Equal(q) || !q.Exclude(key, v).Equal(q) {
					t.Fatalf("%q changes by a value that %q cannot take: %q", q, key, v)
				}
				continue
			}
			included := func(q Query) bool {
				in, _ := q.Values(key)
				return slices.ContainsFunc(in, func(w string) bool { return same(key, w, v) })
			}
			only := q.Only(key, v)
			if in, out := only.Values(key); len(in) != 1 || out != nil || !only.Only(key, v).Equal(only) {
				t.Fatalf("%q only %q is %q", q, v, only)
			}
			if !included(q.Add(key, v)) || included(q.Exclude(key, v)) || included(q.Drop(key, v)) {
				t.Fatalf("%q: add %q, exclude %q, drop %q", q, q.Add(key, v), q.Exclude(key, v), q.Drop(key, v))
			}
			if dropped := q.Drop(key, v); !dropped.Add(key, v).Drop(key, v).Equal(dropped) {
				t.Fatalf("%q with and again without %q is %q", dropped, v, dropped.Add(key, v).Drop(key, v))
			}
			if one := q.Any(key); key != ByWords && !(q.All(key).Any(key).Equal(one) && one.All(key).Any(key).Equal(one)) {
				t.Fatalf("%q: any %q, all %q, and back %q, %q", q, one, q.All(key), q.All(key).Any(key), one.All(key).Any(key))
			}
			edited := []Query{only, q.Add(key, v), q.Exclude(key, v), q.Drop(key, v), q.DropKey(key)}
			q = rapid.SampledFrom(edited).Draw(t, "next")
			checkRoundTrip(t, q)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "a OR (b -c)", `actor:"Marco Rubio",yermak -"x y"`, "date:2025-07..2025-09 since:2022", "is:marked has:",
		`"unclosed`, "((a)", "foo:bar", "20:39 https://x.org", "NOT NOT a|b AND c",
		`claim:(by:a -status:b,c ("d e" OR source:f))`, "-claim:(a", "claim:((a)", "claim:a,b|c claim!=(x)y", `claim:"(" (claim:(")"))`,
		`\" "\\"`, "date:[2025,2026]", "-", "Київ:a", "\xff:\"\xff\"", `"a b">=1 c!=d|e f=>g`, `!x:"//y",":z"`, `since:"last month"|now`,
		"0(" + strings.Repeat("!", maxBrackets-3) + "(", "x:>5 y≥1 z:\">\"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		var wrong *Error
		switch {
		case err == nil:
			checkRoundTrip(t, q)
		case !errors.As(err, &wrong), wrong.Start < 0, wrong.Start > wrong.End, wrong.End > len(text), wrong.Message == "":
			t.Fatalf("Parse(%q): %+v", text, err)
		case wrong.Start == wrong.End && text != "":
			t.Fatalf("Parse(%q): nothing is underlined: %+v", text, wrong)
		}
	})
}

// The dates asked for are those of the parts that all have to be true.
func TestPeriod(t *testing.T) {
	for text, want := range map[string]string{
		"":                               ".. ..",
		"date:2025-09":                   "2025-09-01 2025-09-30",
		"date:2025-09,2025-11":           "2025-09-01 2025-11-30",
		"since:2025-09 until:2025-10-05": "2025-09-01 2025-10-05",
		"date:2025 since:2025-09 rubio":  "2025-09-01 2025-12-31",
		"until:2025":                     ".. 2025-12-31",
		"date:2025..":                    "2025-01-01 ..",
		"-date:2025":                     ".. ..",
		"date>2025-08":                   "2025-09-01 ..",
		"date<2025-08":                   ".. 2025-07-31",
		"date>=2025-08 date<=2025-09":    "2025-08-01 2025-09-30",
		"date>2025-08/..":                "none",
		`date:"44 BC"`:                   "-0043-01-01 -0043-12-31",
		`since:"last month"`:             "2025-10-01 ..",
		"date:yesterday..today":          "2025-11-21 2025-11-22",
		"date:2025 OR rubio":             ".. ..",
	} {
		q, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		q = q.On(calendar.DayOf(2025, 11, 22))
		if q.Period() == calendar.Never && want == "none" {
			continue
		}
		if p := q.Period(); p.From.String()+" "+p.To.String() != want {
			t.Errorf("%q asks for %s to %s, want %s", text, p.From, p.To, want)
		}
	}
}
