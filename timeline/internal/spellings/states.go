package spellings

import "strings"

// isState are the names of states, as they are folded.
var isState = func() map[string]bool {
	states := map[string]bool{}
	for name := range strings.SplitSeq(stateNames, ",") {
		states[strings.Join(strings.Fields(name), " ")] = true
	}
	return states
}()

const stateNames = `afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,
	bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,
	bosnia and herzegovina,botswana,brazil,brunei,bulgaria,burkina faso,burundi,cambodia,cameroon,
	canada,cape verde,central african republic,chad,chile,china,colombia,comoros,costa rica,croatia,
	cuba,cyprus,czech republic,czechia,denmark,djibouti,dominica,dominican republic,east timor,
	ecuador,egypt,el salvador,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,
	france,gabon,gambia,germany,ghana,greece,grenada,guatemala,guinea,guinea bissau,guyana,haiti,
	honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,
	japan,kazakhstan,kenya,kiribati,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,
	libya,liechtenstein,lithuania,luxembourg,madagascar,malawi,malaysia,maldives,mali,malta,
	mauritania,mauritius,mexico,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,
	namibia,nauru,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,
	norway,oman,pakistan,palau,palestine,panama,papua new guinea,paraguay,peru,philippines,poland,
	portugal,qatar,romania,russia,russian federation,rwanda,saudi arabia,senegal,serbia,seychelles,
	sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south korea,
	south sudan,soviet union,spain,sri lanka,sudan,suriname,sweden,switzerland,syria,taiwan,
	tajikistan,tanzania,thailand,togo,tonga,trinidad and tobago,tunisia,turkey,turkmenistan,tuvalu,
	uganda,ukraine,united arab emirates,united kingdom,united states,united states of america,uruguay,
	uzbekistan,vanuatu,vatican city,venezuela,vietnam,yemen,zambia,zimbabwe,uae,usa,ussr`
