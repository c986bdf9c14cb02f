using System.Text;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

/// <summary>Documents as text, for tests.</summary>
internal static class JsonText
{
    public static string Of(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static Stream Stream(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));

    public static StoredModel<PurchaseModel> PurchaseModel(string json) => ModelJson.ReadPurchaseModel(Stream(json));

    public static StoredModel<SpendModel> SpendModel(string json) => ModelJson.ReadSpendModel(Stream(json));

    /// <summary>The problems for which a reading is refused, as lines.</summary>
    public static string[] Refusal(Action read) => Assert.Throws<DataRejectedException>(read).Message.Split(Environment.NewLine);
}
