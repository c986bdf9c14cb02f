using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerValue.Json.Reading;

/// <summary>How a condition or an effect of a user's own stands in documents.</summary>
internal sealed class OwnForm<TBase>
    where TBase : class
{
    private OwnForm(string name, Type type, Func<StrictValue, TBase?> read, Action<Utf8JsonWriter, TBase> write)
    {
        Name = name;
        Type = type;
        Read = read;
        Write = write;
    }

    public string Name { get; }

    public Type Type { get; }

    public Func<StrictValue, TBase?> Read { get; }

    public Action<Utf8JsonWriter, TBase> Write { get; }

    public static OwnForm<TBase> Of<T>(string name, JsonTypeInfo<T> form)
        where T : class, TBase
    {
        if (form is null)
            throw new ArgumentNullException(nameof(form));
        return new OwnForm<TBase>(name, typeof(T), value => value.Own(form, name), (writer, value) => JsonSerializer.Serialize(writer, (T)value, form));
    }
}
