using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerValue.Lifecycle;

/// <summary>SHA-256 of content that is given piece by piece. Texts carry their length and missing ones a mark, so that no two contents give the same bytes.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[4096];
    private int length;

    public ContentHash Add(long value)
    {
        if (length + sizeof(long) > buffer.Length)
            Flush();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(length), value);
        length += sizeof(long);
        return this;
    }

    public ContentHash Add(string? text)
    {
        if (text is null)
            return Add(-1L);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        Flush();
        sha.AppendData(bytes);
        return this;
    }

    public ContentHash Add(IReadOnlyCollection<string> texts)
    {
        Add(texts.Count);
        foreach (string text in texts)
            Add(text);
        return this;
    }

    /// <summary>64 hexadecimal digits.</summary>
    public string Done()
    {
        Flush();
        return string.Concat(sha.GetHashAndReset().Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    public void Dispose() => sha.Dispose();

    private void Flush()
    {
        sha.AppendData(buffer, 0, length);
        length = 0;
    }
}
