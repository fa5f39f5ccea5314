namespace Mhcs.Portal.Data.Seeding;

/// <summary>The words of which every person and place here is made: plants, hedges and kitchens, so that nobody can take a name for a real one.</summary>
public static class Words
{
    static readonly string[] First =
    [
        "Acorn", "Alder", "Almond", "Amber", "Apple", "Aspen", "Barley", "Birch", "Blue", "Bracken", "Bramble", "Briar", "Butter", "Candle", "Cherry", "Clover", "Cobble", "Copper",
        "Cornflower", "Crocus", "Daisy", "Damson", "Dapple", "Dill", "Dove", "Drift", "Elder", "Ember", "Fallow", "Feather", "Fennel", "Fenni", "Fern", "Fiddle", "Flax", "Fox", "Garland", "Gentle", "Gilia",
        "Ginger", "Glimmer", "Golden", "Goose", "Gorse", "Hare", "Hazel", "Heather", "Hedge", "Holly", "Honey", "Ivy", "Jasmine", "Juniper", "Kestrel", "Kettle", "Lark", "Laurel", "Lavender", "Lichen", "Linden", "Lupin",
        "Mallow", "Maple", "Marigold", "Marrow", "Meadow", "Mellow", "Mint", "Moss", "Mulberry", "Myrtle", "Nettle", "Nutmeg", "Oat", "Olive", "Orchard", "Orchid", "Osier", "Otter", "Parsley", "Peach", "Pebble",
        "Pepper", "Petal", "Pine", "Plum", "Poppy", "Primrose", "Quill", "Quince", "Rain", "Reed", "Ripple", "Rose", "Rosemary", "Rowan", "Rush", "Saffron", "Sedge", "Shell", "Silver", "Sorrel", "Sparrow",
        "Star", "Sweet", "Tansy", "Teasel", "Thimble", "Thistle", "Thorn", "Thyme", "Tulip", "Umber", "Valerian", "Vetch", "Violet", "Wagtail", "Walnut", "Wheat", "Whin", "Willow", "Yarrow", "Zinnia",
    ];
    static readonly string[] Last =
    [
        "bark", "bellow", "berry", "bloom", "bough", "bower", "briar", "brook", "cross", "cote", "dew", "down", "enby", "fen", "feather", "glade", "glove", "green", "hollow", "kettle", "lark", "leaf", "light", "marsh", "mead",
        "mere", "mow", "nook", "petal", "pool", "quill", "ripple", "shade", "shell", "sprig", "stem", "stile", "thicket", "thorn", "twig", "vale", "whistle", "wick", "wisp",
    ];

    /// <summary>Every surname, in alphabetical order; none doubles a word or runs over fourteen letters.</summary>
    public static IReadOnlyList<string> Surnames { get; } =
    [
        .. from first in First
           from last in Last
           where first.Length + last.Length <= 14 && !first.EndsWith(last, StringComparison.OrdinalIgnoreCase) && first[^1] != last[0]
           orderby first + last
           select first + last,
    ];

    public static IReadOnlyList<string> Men { get; } =
    [
        "Ansel", "Asher", "Barnaby", "Basil", "Bram", "Bruno", "Caspian", "Cosmo", "Cyrus", "Dariusz", "Desmond", "Emeka", "Evander", "Ezra", "Faisal", "Felix", "Fergus", "Gideon", "Hamza", "Hugo", "Idris", "Ivo", "Jabari", "Jasper", "Jonah", "Joss", "Kofi",
        "Laszlo", "Leif", "Linus", "Lucian", "Magnus", "Mateo", "Milo", "Nikolai", "Odo", "Omar", "Orson", "Otis", "Perrin", "Piers", "Quentin", "Ravi", "Remy", "Rowan", "Rufus", "Samir", "Silas", "Soren", "Tariq", "Tobias", "Tomasz", "Ulric", "Vikram", "Wilf", "Winston", "Yusuf", "Zeke",
    ];
    public static IReadOnlyList<string> Women { get; } =
    [
        "Ada", "Alma", "Amara", "Astrid", "Beatrix", "Blessing", "Clio", "Cordelia", "Dilys", "Edda", "Esme", "Fern", "Freya", "Greta", "Hester", "Imani", "Ines", "Isla", "Juno", "Lakshmi", "Leila", "Lotte", "Mabel", "Magda", "Marguerite", "Mei", "Nell", "Noor", "Odette", "Olwen",
        "Orla", "Ottilie", "Petra", "Priya", "Rosalind", "Saskia", "Sunniva", "Tamsin", "Thea", "Una", "Verity", "Wren", "Yara", "Zainab",
    ];

    public static IReadOnlyList<string> Towns { get; } =
    [
        "Northmere", "Coldbrook", "Tarnley", "Harrowfield", "Applecross Vale", "Bellwether", "Candlemoor", "Dapplewater", "Eastlichen", "Fernhollow", "Gorsebank", "Hazelmere Down", "Ivystile", "Juniper Hythe", "Kettlewick",
        "Larkrise Fen", "Millwhistle", "Nettlecombe Green", "Otterpool", "Pebblesea", "Quincebridge", "Rushwater", "Sedgehollow", "Thistlecote", "Underbriar", "Vetchley Green", "Westlarkmoor", "Yarrowbank", "Willowstile", "Mossgate", "Plumbridge Hay", "Saffron Tarn", "Teaselbury", "Umberwick", "Primrosehythe",
    ];
    public static IReadOnlyList<string> Wards { get; } = ["Alder ward", "Birch ward", "Cedar ward", "Damson ward", "Elm ward", "Fern ward", "Gorse ward", "Heather ward", "Iris ward", "Juniper ward"];
    public static IReadOnlyList<string> Streets { get; } = ["Acorn Row", "Barley Walk", "Candle Lane", "Dovecote Rise", "Elder Close", "Fiddle Street", "Garland Court", "Hedge End", "Kettle Yard", "Larkspur Terrace", "Mallow Road", "Orchard Steps", "Quill Court", "Teasel Way", "Willow Gardens"];
}
