package places

// sort of place a word names; 0 for other words.
type sortOf uint8

const (
	sortTown      sortOf = iota + 1 // village, town
	sortCity                        // city
	sortQuarter                     // neighbourhood, quarter, street, camp
	sortDistrict                    // district, which may be a quarter or a division
	sortProvince                    // province, governorate, oblast, state
	sortArea                        // region: an oblast as translated, or any stretch of land
	sortRegion                      // area, countryside and what is wider
	sortLandmark                    // hospital, crossing, airport
	sortWithdrawn                   // countryside, outskirts, suburbs: near
)

// designator tells what sort of place a folded English word names.
func designator(w string) sortOf {
	switch w {
	case "village", "villages", "town", "towns", "township", "hamlet", "settlement", "kibbutz", "moshav", "locality":
		return sortTown
	case "city", "cities", "capital":
		return sortCity
	case "neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "quarter", "quarters", "suburb", "district's", "street", "road",
		"square", "roundabout", "camp", "market", "block", "avenue", "alley", "neigborhood", "neighberhood", "nieghborhood":
		return sortQuarter
	case "district", "districts", "raion", "rayon", "subdistrict", "nahiya", "county":
		return sortDistrict
	case "province", "provinces", "governorate", "governorates", "oblast", "state", "wilayat", "muhafazah", "provincial", "prefecture", "region's":
		return sortProvince
	case "region", "regions":
		return sortArea
	case "area", "areas", "enclave", "pocket", "corridor", "valley", "plain", "desert", "peninsula", "front", "frontline", "strip", "basin":
		return sortRegion
	case "countryside", "outskirts", "suburbs", "environs", "surroundings", "periphery", "vicinity", "edge", "edges", "hinterland", "farms", "farmland", "perimeter", "rural":
		return sortWithdrawn
	case "hospital", "mosque", "school", "schools", "church", "crossing", "checkpoint", "airport", "airbase", "base", "bridge", "prison", "university",
		"station", "factory", "refinery", "oilfield", "field", "dam", "triangle", "junction", "hill", "mountain", "barracks", "academy", "clinic",
		"port", "palace", "hotel", "cemetery", "tower", "building", "complex", "headquarters", "centre", "center", "bakery", "plant", "farm", "gate",
		"warehouse", "warehouses", "depot", "hills", "heights", "silos", "highway", "tunnel", "stadium", "embassy", "garage", "mall", "island",
		"regiment", "brigade", "battalion", "mount", "spring", "springs", "fields", "mosques", "hospitals", "shrine", "castle", "fort", "citadel":
		return sortLandmark
	}
	return 0
}

// foreignDesignator does the same for Arabic, Russian and Ukrainian words.
func foreignDesignator(w string) sortOf {
	switch w {
	case "محافظه", "بمحافظه", "ولايه", "بولايه", "область", "области", "області", "губернаторство":
		return sortProvince
	case "مدينه", "بمدينه", "لمدينه", "ومدينه", "город", "города", "городе", "місто", "міста", "місті":
		return sortCity
	case "قريه", "بلده", "بقريه", "ببلده", "وقريه", "وبلده", "بلدات", "قرى", "село", "села", "селе", "селі", "поселок", "посёлок":
		return sortTown
	case "حي", "بحي", "وحي", "مخيم", "بمخيم", "شارع", "район", "районе", "квартал":
		return sortQuarter
	case "منطقه", "بمنطقه", "ناحيه", "قضاء", "районі":
		return sortDistrict
	case "مستشفى", "مسجد", "مدرسه", "مطار", "معبر", "حاجز", "جسر", "سجن", "больница", "аэропорт":
		return sortLandmark
	}
	return 0
}

// side tells compass directions, which are words of their own in a phrase.
func side(w string) bool {
	switch w {
	case "northern", "southern", "eastern", "western", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
		"northeastern", "northwestern", "southeastern", "southwestern", "sothern", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي":
		return true
	}
	return false
}

// arabicDesignator tells Arabic and Russian words after which a place is named.
func arabicDesignator(w string) bool {
	switch w {
	case "مدينه", "بمدينه", "لمدينه", "ومدينه", "بلده", "ببلده", "وبلده", "قريه", "بقريه", "وقريه", "محافظه", "بمحافظه", "حي", "بحي", "وحي",
		"ريف", "بريف", "وريف", "مخيم", "بمخيم", "منطقه", "بمنطقه", "بلدات", "قرى", "ناحيه", "قضاء", "ولايه", "بولايه", "مطار", "ضاحيه",
		"город", "городе", "города", "село", "селе", "місто", "місті", "селі", "поселок", "области", "області":
		return true
	}
	return false
}
