using System.Text.Json;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;

namespace CustomerValue.Json.Writing;

/// <summary>Writes what a card says beside purchases: potential, influence, the three values together, recommendations. What is not known is left out.</summary>
internal static class ValuePartsWriter
{
    public static void Write(Utf8JsonWriter writer, ValueCard card, Currency currency)
    {
        if (card.Potential is { } potential)
            Write(writer, potential, currency);
        if (card.Influence is { } influence)
            Write(writer, influence, currency);
        if (card.ThreeValues is { } values)
            Write(writer, values);
        if (card.Stage is { } stage)
            Write(writer, stage);
        if (card.Recommendations.Count == 0)
            return;
        writer.WriteStartArray("recommendations");
        foreach (ProductRecommendation recommendation in card.Recommendations)
            Write(writer, recommendation);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, PotentialCard potential, Currency currency)
    {
        writer.WriteStartObject("potential");
        CardsWriter.WriteMoney(writer, "value", potential.Value, currency);
        CardsWriter.WriteMoney(writer, "low", potential.Low, currency);
        CardsWriter.WriteMoney(writer, "high", potential.High, currency);
        CardsWriter.WriteMoney(writer, "residual", potential.Residual, currency);
        writer.WriteNumber("activeYears", potential.ActiveYears);
        CardsWriter.WriteMoney(writer, "upside", potential.Upside, currency);
        if (potential.Kappa is double kappa)
            writer.WriteNumber("kappa", kappa);
        writer.WriteText("reason", potential.Reason);
        if (potential.UpsideReason is { } upside)
            writer.WriteText("upsideReason", upside);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, InfluenceCard influence, Currency currency)
    {
        writer.WriteStartObject("influence");
        CardsWriter.WriteMoney(writer, "value", influence.Value, currency);
        CardsWriter.WriteMoney(writer, "ifNoneCaused", influence.IfNoneCaused, currency);
        CardsWriter.WriteMoney(writer, "ifAllCaused", influence.IfAllCaused, currency);
        CardsWriter.WriteMoney(writer, "established", influence.Established, currency);
        CardsWriter.WriteMoney(writer, "expected", influence.Expected, currency);
        CardsWriter.WriteMoney(writer, "expectedStandardError", influence.ExpectedStandardError, currency);
        writer.WriteText("reason", influence.Reason);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ThreeValueCard values)
    {
        writer.WriteStartObject("threeValues");
        writer.WriteStartObject("segment");
        SegmentationWriter.WriteFields(writer, values.Segment);
        writer.WriteEndObject();
        writer.WriteBoolean("establishedHigh", values.EstablishedHigh);
        writer.WriteBoolean("potentialHigh", values.PotentialHigh);
        writer.WriteBoolean("influenceHigh", values.InfluenceHigh);
        writer.WriteText("decision", values.Decision);
        writer.WriteText("reason", values.Reason);
        writer.WriteStartObject("tier");
        SegmentationWriter.WriteFields(writer, values.Tier);
        writer.WriteEndObject();
        writer.WriteText("tierReason", values.TierReason);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StageCard stage)
    {
        writer.WriteStartObject("stage");
        writer.WriteString("key", stage.Key);
        writer.WriteText("label", stage.Label);
        CardsWriter.WriteDate(writer, "since", stage.Since);
        if (stage.Phase is { } phase)
            writer.WriteText("phase", phase);
        writer.WriteText("reason", stage.Reason);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProductRecommendation recommendation)
    {
        writer.WriteStartObject();
        writer.WriteString("product", recommendation.Product);
        writer.WriteNumber("score", recommendation.Score);
        writer.WriteStartArray("because");
        foreach (string product in recommendation.Because)
            writer.WriteStringValue(product);
        writer.WriteEndArray();
        writer.WriteText("reason", recommendation.Reason);
        writer.WriteEndObject();
    }
}
