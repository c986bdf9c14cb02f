using System.Text.Json;
using CustomerValue.Contribution.Credit;

namespace CustomerValue.Json.Writing;

/// <summary>Writes the rules of a credit rating.</summary>
internal static class CreditScorecardWriter
{
    public static void Write(Utf8JsonWriter writer, CreditScorecard scorecard)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        ConditionWriter.Write(writer, "criteria", scorecard.Criteria, criterion =>
        {
            writer.WriteStartObject();
            writer.WriteString("measure", Words.Of(CreditWords.Measures, criterion.Measure));
            writer.WriteText("name", criterion.Name);
            ConditionWriter.Write(writer, "bands", criterion.Bands, band =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("from", band.From);
                writer.WriteNumber("points", band.Points);
                writer.WriteEndObject();
            });
            writer.WriteEndObject();
        });
        ConditionWriter.Write(writer, "grades", scorecard.Grades, grade =>
        {
            writer.WriteStartObject();
            writer.WriteString("key", grade.Key);
            writer.WriteText("label", grade.Label);
            writer.WriteNumber("from", grade.From);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }
}
