using System.Text.Json;
using NodaTime.Text;

namespace CustomerValue.Json.Writing;

/// <summary>Writes why a model of recommendations was chosen.</summary>
internal static class RecommenderWriter
{
    public static void Write(Utf8JsonWriter writer, StoredRecommender recommender)
    {
        writer.WriteStartObject();
        writer.WriteString("model", recommender.Model);
        writer.WriteText("reason", recommender.Reason);
        writer.WriteString("cut", LocalDatePattern.Iso.Format(recommender.Cut));
        writer.WriteNumber("customers", recommender.Customers);
        writer.WriteStartArray("at");
        foreach (int count in recommender.At)
            writer.WriteNumberValue(count);
        writer.WriteEndArray();
        writer.WriteStartArray("compared");
        foreach (StoredRecommenderTrial trial in recommender.Compared)
        {
            writer.WriteStartObject();
            writer.WriteString("model", trial.Model);
            Numbers(writer, "recall", trial.Recall);
            Numbers(writer, "ndcg", trial.Ndcg);
            if (trial.Refusal is { } refusal)
                writer.WriteString("refusal", refusal);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IReadOnlyList<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
