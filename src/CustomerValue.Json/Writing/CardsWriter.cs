using System.Text.Json;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Json.Writing;

/// <summary>Writes value cards, one a line.</summary>
internal static class CardsWriter
{
    /// <summary>A writer keeps all until it is flushed.</summary>
    private const int FlushBytes = 1 << 16;

    public static void Write(Stream stream, CardsDocument document, CancellationToken cancellationToken)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        using MemoryStream line = new();
        using Utf8JsonWriter card = new(line, JsonForm.OneLine);
        using (Utf8JsonWriter writer = new(stream, JsonForm.OneLine))
        {
            writer.WriteStartObject();
            WriteHeader(writer, document);
            writer.WriteStartArray("cards");
            foreach (ValueCard value in document.Cards)
            {
                cancellationToken.ThrowIfCancellationRequested();
                line.SetLength(0);
                line.WriteByte((byte)'\n');
                card.Reset();
                Write(card, value, document);
                card.Flush();
                writer.WriteRawValue(line.GetBuffer().AsSpan(0, (int)line.Length), skipInputValidation: true);
                if (writer.BytesPending > FlushBytes)
                    writer.Flush();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteHeader(Utf8JsonWriter writer, CardsDocument document)
    {
        writer.WriteNumber("version", 1);
        WriteDate(writer, "asOf", document.AsOf);
        writer.WriteString("currency", document.Currency.Code);
        writer.WriteStartObject("options");
        writer.WriteNumber("horizonMonths", document.Options.HorizonMonths);
        writer.WriteNumber("discountRate", document.Options.DiscountRate);
        writer.WriteNumber("intervalLevel", document.Options.IntervalLevel);
        writer.WriteNumber("penalizer", document.Options.Penalizer);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ValueCard card, CardsDocument document)
    {
        if (card.AsOf != document.AsOf)
            throw new ArgumentException($"The card of {card.Customer} is of {card.AsOf:uuuu-MM-dd}, the document of {document.AsOf:uuuu-MM-dd}; write cards of one day together.", nameof(document));
        writer.WriteStartObject();
        writer.WriteString("customer", card.Customer.Value);
        Write(writer, card.Contribution, document.Currency);
        if (card.Purchases is { } purchases)
            Write(writer, purchases);
        if (card.Forecast is { } forecast)
            Write(writer, forecast, document.Currency);
        writer.WriteStartObject("segment");
        SegmentationWriter.WriteFields(writer, card.Segment);
        writer.WriteEndObject();
        if (card.Rfm is { } rfm)
        {
            writer.WriteStartObject("rfm");
            writer.WriteNumber("recency", rfm.Recency);
            writer.WriteNumber("frequency", rfm.Frequency);
            writer.WriteNumber("monetary", rfm.Monetary);
            writer.WriteEndObject();
        }

        writer.WriteText("segmentReason", card.SegmentReason);
        if (card.FurtherSegments.Count > 0)
        {
            writer.WriteStartArray("furtherSegments");
            foreach (SegmentCard further in card.FurtherSegments)
                Write(writer, further);
            writer.WriteEndArray();
        }

        ValuePartsWriter.Write(writer, card, document.Currency);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SegmentCard further)
    {
        writer.WriteStartObject();
        writer.WriteString("strategy", further.Strategy);
        writer.WriteStartObject("segment");
        SegmentationWriter.WriteFields(writer, further.Segment);
        writer.WriteEndObject();
        writer.WriteText("reason", further.Reason);
        if (further.Distance is double distance)
            writer.WriteNumber("distance", distance);
        if (further.Probability is double probability)
            writer.WriteNumber("probability", probability);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ContributionCard contribution, Currency currency)
    {
        writer.WriteStartObject("contribution");
        WriteMoney(writer, "revenue", contribution.Revenue, currency);
        WriteMoney(writer, "profit", contribution.Profit, currency);
        writer.WriteNumber("share", contribution.Share);
        writer.WriteNumber("rank", contribution.Rank);
        writer.WriteNumber("cumulativeShare", contribution.CumulativeShare);
        writer.WriteString("level", Words.Of(Words.Levels, contribution.Level));
        writer.WriteText("reason", contribution.Reason);
        if (contribution.Parts.Count > 0)
            ConditionWriter.Write(writer, "parts", contribution.Parts, part => Write(writer, part, currency));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ContributionCardPart part, Currency currency)
    {
        writer.WriteStartObject();
        writer.WriteText("name", part.Name);
        WriteMoney(writer, "amount", part.Amount, currency);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PurchaseCard purchases)
    {
        writer.WriteStartObject("purchases");
        WriteDate(writer, "first", purchases.First);
        WriteDate(writer, "last", purchases.Last);
        writer.WriteNumber("frequency", purchases.Summary.Frequency);
        writer.WriteNumber("recency", purchases.Summary.Recency);
        writer.WriteNumber("age", purchases.Summary.Age);
        writer.WriteNumber("spend", purchases.Summary.Spend);
        writer.WriteString("unit", Words.Of(Words.Units, purchases.Unit));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ForecastCard forecast, Currency currency)
    {
        writer.WriteStartObject("forecast");
        writer.WriteNumber("probabilityAlive", forecast.ProbabilityAlive);
        writer.WriteNumber("expectedPurchases", forecast.ExpectedPurchases);
        WriteMoney(writer, "expectedSpend", forecast.ExpectedSpend, currency);
        WriteMoney(writer, "lifetimeValue", forecast.LifetimeValue, currency);
        WriteMoney(writer, "lifetimeValueLow", forecast.LifetimeValueLow, currency);
        WriteMoney(writer, "lifetimeValueHigh", forecast.LifetimeValueHigh, currency);
        writer.WriteText("aliveReason", forecast.AliveReason);
        writer.WriteText("valueReason", forecast.ValueReason);
        if (forecast.Fallback is { } fallback)
            writer.WriteText("fallback", fallback);
        writer.WriteEndObject();
    }

    internal static void WriteDate(Utf8JsonWriter writer, string name, LocalDate date) => writer.WriteString(name, LocalDatePattern.Iso.Format(date));

    internal static void WriteMoney(Utf8JsonWriter writer, string name, Money? money, Currency currency)
    {
        if (money is not { } value)
            return;
        if (value.Currency != currency)
            throw new ArgumentException($"{name} is {value} in a document in {currency}; convert it first.", nameof(money));
        writer.WriteNumber(name, value.Amount);
    }
}
