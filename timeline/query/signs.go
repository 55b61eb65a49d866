package query

// A Sign is something that the language has beside its keys.
type Sign struct {
	Begun string // how it is begun, where that is enough to go on with; "" elsewhere
	Text  string // an example
	Means string
}

// Signs are what the language has beside its keys, as people are told of it.
var Signs = []Sign{
	{"", "yermak rubio", "both words, in titles, summaries, names, quotes"},
	{`"`, `"security guarantees"`, "these words side by side"},
	{"", "actor:yermak,rubio", "one of several values"},
	{"-", "-type:strike", "without; !type:strike is the same"},
	{"(", "(a OR b) NOT c", "one of two, in brackets; without"},
	{"", "importance>=7", "numbers and dates are compared: = != > >= < <="},
}
