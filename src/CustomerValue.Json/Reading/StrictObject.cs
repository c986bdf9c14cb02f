using System.Text.Json;
using CustomerValue.Customers;

namespace CustomerValue.Json.Reading;

/// <summary>One object of a document: its fields by name. Fields given twice are reported at once, fields that nobody asked for when it is closed.</summary>
internal sealed class StrictObject
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<string> known = [];

    public StrictObject(string path, ProblemList problems)
    {
        Path = path;
        Problems = problems;
    }

    public string Path { get; }

    public ProblemList Problems { get; }

    /// <summary>The customers whom the numbers of rows in the document mean; null where they mean the rows of a base.</summary>
    public IReadOnlyList<CustomerId>? Rows { get; set; }

    /// <summary>The names of the fields that are there, in their order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>A field; where it is missing, asking it for a value is a problem.</summary>
    public StrictValue this[string name]
    {
        get
        {
            if (!known.Contains(name))
                known.Add(name);
            return new StrictValue(fields.TryGetValue(name, out JsonElement element) ? element : default, $"{Path}.{name}", Problems);
        }
    }

    /// <summary>Takes a field in, under its name or null where that is no text.</summary>
    public void Add(string? name, JsonElement value)
    {
        if (name is null)
            Problems.Add(Path, null, "has a field whose name is not UTF-8.");
        else if (fields.TryGetValue(name, out _))
            Problems.Add($"{Path}.{name}", Untrusted.Quote(value), "is given twice; keep one.");
        else
        {
            fields[name] = value;
            names.Add(name);
        }
    }

    /// <summary>The version is 1, also where it is left out; nothing else of another version would be understood.</summary>
    public void Version()
    {
        StrictValue version = this["version"];
        if (version.IsMissing)
            return;
        long before = Problems.Count;
        _ = version.Whole(1, 1);
        if (Problems.Count > before)
            Problems.ThrowIfAny();
    }

    public void Close()
    {
        foreach (KeyValuePair<string, JsonElement> field in fields.Where(field => !known.Contains(field.Key)))
            Problems.Add($"{Path}.{field.Key}", Untrusted.Quote(field.Value), $"is not expected here; known fields: {string.Join(", ", known)}.");
    }
}
