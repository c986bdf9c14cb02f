using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Json.Reading;

/// <summary>
/// A value of a document with its path. What is missing or wrong becomes a problem, and a harmless value is returned,
/// so that reading goes on and finds the next problem.
/// </summary>
internal readonly struct StrictValue
{
    private const int LongestText = 10_000;
    public const int LongestArray = 1000;
    private readonly JsonElement element;
    private readonly ProblemList problems;

    public StrictValue(JsonElement element, string path, ProblemList problems)
    {
        this.element = element;
        this.problems = problems;
        Path = path;
    }

    public string Path { get; }

    public bool IsMissing => element.ValueKind == JsonValueKind.Undefined;

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    public bool IsText => element.ValueKind == JsonValueKind.String;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>The text of a text, without complaint; null for anything else.</summary>
    public string? WordText => AsText();

    /// <summary>A number as it stands, without complaint; null for anything else.</summary>
    public string? Raw => element.ValueKind == JsonValueKind.Number ? element.GetRawText() : null;

    /// <summary>Whether the value is this word; where it is not, nothing is said of it.</summary>
    public bool IsWord(string word) => AsText() == word;

    public double Number() => Number(_ => true, "a finite number");

    public double Positive() => Number(value => value > 0, "a finite number > 0");

    public double NotNegative() => Number(value => value >= 0, "a finite number ≥ 0");

    public double Fraction() => Number(value => value is >= 0 and <= 1, "a number in [0, 1]");

    public double Number(Func<double, bool> isAllowed, string allowed)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double value) && !double.IsNaN(value) && !double.IsInfinity(value) && isAllowed(value))
            return value;
        return Refuse<double>(allowed);
    }

    public int Whole(int least, int most = int.MaxValue)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) && value >= least && value <= most)
            return value;
        return Refuse<int>(least == most ? $"{least}" : $"a whole number in [{least}, {most}]");
    }

    public decimal Amount() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out decimal value) ? value : Refuse<decimal>("an amount of at most 28 digits, such as 12.50");

    public bool Boolean() =>
        element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : Refuse<bool>("true or false");

    public string Text() => AsText() ?? Refuse<string>("a text of at most 10000 characters") ?? "";

    public string Text(Func<string, bool> isAllowed, string allowed) => AsText() is { } text && isAllowed(text) ? text : Refuse<string>(allowed) ?? "";

    /// <summary>One of a few words; the default of <typeparamref name="T"/> where it is none of them.</summary>
    public T? Choice<T>(IReadOnlyDictionary<string, T> choices, string what = "one of") =>
        AsText() is { } word && choices.TryGetValue(word, out T? choice) ? choice : Refuse<T>($"{what} {string.Join(", ", choices.Keys)}");

    public LocalDate Date() =>
        AsText() is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : Refuse<LocalDate>("a date such as 1998-06-30");

    public LocalizedText Localized() =>
        Object(text => new LocalizedText(text["en"].Text(), text["zh-CN"].Text()), "a text in two languages: {\"en\":\"…\",\"zh-CN\":\"…\"}");

    /// <summary>An object, read by <paramref name="read"/>; the default of <typeparamref name="T"/> where it is none. Fields that <paramref name="read"/> doesn't ask for are problems.</summary>
    public T? Object<T>(Func<StrictObject, T> read, string allowed = "an object")
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Refuse<T>(allowed);
        StrictObject fields = new(Path, problems);
        foreach (JsonProperty property in element.EnumerateObject())
            fields.Add(Untrusted.Name(property), property.Value);
        T value = read(fields);
        fields.Close();
        return value;
    }

    /// <summary>The elements of an array; none where it is no array, or longer than <paramref name="longest"/>, more than any of these documents needs.</summary>
    public IReadOnlyList<StrictValue> Array(string allowed, int longest = LongestArray)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > longest)
            return Refuse<IReadOnlyList<StrictValue>>(allowed) ?? [];
        List<StrictValue> values = [];
        foreach (JsonElement value in element.EnumerateArray())
            values.Add(new StrictValue(value, $"{Path}[{values.Count}]", problems));
        return values;
    }

    /// <summary>A value of a type of the user's own, which says itself what it takes; but fields that it doesn't have, or that are given twice, are problems whatever it says.</summary>
    public T? Own<T>(JsonTypeInfo<T> form, string name)
        where T : class
    {
        long before = problems.Count;
        if (form.Kind == JsonTypeInfoKind.Object)
        {
            _ = Object(fields =>
            {
                foreach (JsonPropertyInfo property in form.Properties)
                    _ = fields[property.Name];
                return true;
            });
        }

        if (problems.Count > before)
            return null;
        try
        {
            return element.Deserialize(form) ?? Refuse<T>($"what {name} takes");
        }
        catch (JsonException exception)
        {
            string message = Untrusted.Say(exception);
            int path = message.IndexOf(" Path:", StringComparison.Ordinal);
            problems.Add(Path + exception.Path?.TrimStart('$'), Untrusted.Quote(element), $"is not what {name} takes: {(path < 0 ? message : message.Substring(0, path))}");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // What a constructor or an initialiser of the type refuses, or text that is none.
            problems.Add(Path, Untrusted.Quote(element), $"is not what {name} takes: {exception.Message}");
        }

        return null;
    }

    /// <summary>Says that the value is missing or not what is allowed.</summary>
    public void Reject(string allowed)
    {
        if (IsMissing)
            problems.Add(Path, null, $"is missing; give {allowed}.");
        else
            problems.Add(Path, Untrusted.Quote(element), $"is not {allowed}.");
    }

    private string? AsText() => element.ValueKind == JsonValueKind.String && Untrusted.Text(element) is { Length: <= LongestText } text ? text : null;

    private T? Refuse<T>(string allowed)
    {
        Reject(allowed);
        return default;
    }
}
