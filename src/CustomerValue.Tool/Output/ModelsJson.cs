using System.Text.Json;
using CustomerValue.Appraisal;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tool.Output;

/// <summary>models.json: the report's models, each in the form in which it may stand alone as a model file.</summary>
internal static class ModelsJson
{
    public static void Write(Stream stream, CustomerAppraisal appraisal)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("models");
        Raw(json, buffer => ModelJson.Write(buffer, new StoredModel<PurchaseModel> { Model = appraisal.PurchaseModel, Report = appraisal.PurchaseFit }));
        if (appraisal.SpendModel is not null)
            Raw(json, buffer => ModelJson.Write(buffer, new StoredModel<SpendModel> { Model = appraisal.SpendModel, Report = appraisal.SpendFit }));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter json, Action<Stream> write)
    {
        using MemoryStream buffer = new();
        write(buffer);
        json.WriteRawValue(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
