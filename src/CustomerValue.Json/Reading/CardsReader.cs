using System.Text.Json;
using CustomerValue.Appraisal;
using CustomerValue.Customers;

namespace CustomerValue.Json.Reading;

/// <summary>Reads value cards one by one; refuses all of them where one is wrong.</summary>
internal static class CardsReader
{
    public static CardsDocument Read(Stream stream, string? source, CancellationToken cancellationToken)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        ProblemList problems = new(source);
        try
        {
            CardsDocument document = Read(new StreamedJson(stream, problems), problems, cancellationToken);
            problems.ThrowIfAny();
            return document;
        }
        catch (JsonException exception)
        {
            StrictDocument.Refuse(exception, problems);
            throw;
        }
    }

    private static CardsDocument Read(StreamedJson json, ProblemList problems, CancellationToken cancellationToken)
    {
        if (json.Next(out _) != JsonTokenType.StartObject)
            Refuse(problems, "$", "is not an object.");
        StrictObject header = new("$", problems);
        CardsDocument? document = null;
        while (json.Next(out string? name) == JsonTokenType.PropertyName)
        {
            if (document is not null)
                Refuse(problems, "$.cards", "is not the last field; put what holds for all cards before them.");
            if (name == "cards")
            {
                document = Header(header);
                document = document with { Cards = Cards(json, document, problems, cancellationToken) };
                continue;
            }

            using JsonDocument value = json.NextValue()!;
            header.Add(name, value.RootElement.Clone());
        }

        if (document is null)
            Refuse(problems, "$.cards", "is missing; give an array of cards.");
        _ = json.Next(out _);
        return document!;
    }

    private static void Refuse(ProblemList problems, string path, string message)
    {
        problems.Add(path, null, message);
        problems.ThrowIfAny();
    }

    private static CardsDocument Header(StrictObject fields)
    {
        fields.Version();
        string currency = fields["currency"].Text(Currency.IsValid, "an ISO 4217 code of three capital letters, such as CNY");
        CardsDocument document = new()
        {
            AsOf = fields["asOf"].Date(),
            Currency = currency.Length > 0 ? new Currency(currency) : default,
            Options = fields["options"].Object(Options) ?? new(),
            Cards = [],
        };
        fields.Close();
        return document;
    }

    private static AppraisalOptions Options(StrictObject fields)
    {
        long before = fields.Problems.Count;
        AppraisalOptions options = new()
        {
            HorizonMonths = fields["horizonMonths"].Number(),
            DiscountRate = fields["discountRate"].Number(),
            IntervalLevel = fields["intervalLevel"].Number(),
            Penalizer = fields["penalizer"].Number(),
        };
        if (fields.Problems.Count > before)
            return options;
        foreach (Validation.DataProblem problem in options.Validate())
            fields.Problems.Add($"{fields.Path}.{char.ToLowerInvariant(problem.Field![0])}{problem.Field.Substring(1)}", problem.Value, problem.Message);
        return options;
    }

    private static List<ValueCard> Cards(StreamedJson json, CardsDocument document, ProblemList problems, CancellationToken cancellationToken)
    {
        if (json.Next(out _) != JsonTokenType.StartArray)
            Refuse(problems, "$.cards", "is not an array of cards.");
        List<ValueCard> cards = [];
        for (long index = 0; json.NextValue() is { } text; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (text)
            {
                ValueCard? card = new StrictValue(text.RootElement, $"$.cards[{index}]", problems).Object(fields => CardReader.Read(fields, document));
                if (problems.Count == 0)
                    cards.Add(card!);
            }
        }

        return cards;
    }
}
