package family

// families is the one table of what types are what, in the singular. It is meant for the records that people keep, of
// diplomacy and wars, courts and parliaments, companies and science, not for this one alone. A word that is at home in
// several families, such as "transfer" or "launch", is in none.
var families = table(map[Family][]string{
	Force: {
		"airstrike", "ambush", "annexation", "arrest", "arson", "assassination", "assault", "atrocity", "attack",
		"battle", "blockade", "bombardment", "bombing", "clash", "combat", "conflict", "coup", "crackdown", "crime",
		"cyberattack", "detention", "execution", "explosion", "fighting", "genocide", "hijacking", "incursion",
		"insurgency", "intervention", "invasion", "kidnapping", "killing", "massacre", "mobilisation", "mobilization",
		"murder", "mutiny", "occupation", "offensive", "operation", "pogrom", "purge", "raid", "rebellion", "revolt",
		"riot", "sabotage", "sanction", "seizure", "shelling", "shooting", "siege", "skirmish", "strike", "terrorism",
		"torture", "uprising", "violence", "war",
	},
	Talks: {
		"audience", "call", "conference", "congress", "consultation", "conversation", "debate", "diplomacy", "encounter",
		"forum", "hearing", "interrogation", "meeting", "mediation", "negotiation", "reception", "session", "summit",
		"talk", "trial", "trip", "visit",
	},
	Words: {
		"accusation", "address", "allegation", "announcement", "apology", "appeal", "article", "book", "broadcast",
		"claim", "comment", "complaint", "condemnation", "declaration", "demand", "denial", "disclosure", "document",
		"email", "essay", "filing", "interview", "leak", "lecture", "letter", "memo", "memorandum", "message", "news",
		"note", "ordinance", "paper", "petition", "poll", "post", "proclamation", "promise", "proposal", "publication",
		"quote", "remark", "report", "resolution", "response", "revelation", "review", "rumor", "rumour", "speech",
		"statement", "study", "survey", "telegram", "testimony", "threat", "tweet", "ultimatum", "verdict", "warning",
	},
	Help: {
		"accord", "agreement", "aid", "alliance", "amnesty", "armistice", "assistance", "award", "ceasefire", "contract",
		"cooperation", "deal", "donation", "evacuation", "exchange", "funding", "grant", "guarantee", "help", "loan",
		"pact", "pardon", "partnership", "peace", "plan", "pledge", "protection", "ratification", "reconciliation",
		"reconstruction", "release", "relief", "rescue", "settlement", "signing", "support", "treaty", "truce",
		"withdrawal",
	},
})

// table turns the lists of types into the families of types.
func table(lists map[Family][]string) map[string]Family {
	of := make(map[string]Family)
	for f, types := range lists {
		for _, one := range types {
			of[one] = f
		}
	}
	return of
}
