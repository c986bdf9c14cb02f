using System.Security.Cryptography;

namespace CustomerValue.Storage;

/// <summary>What is known of a person, encrypted by AES-GCM with a key of his own. Whoever destroys the key has destroyed what it opens, wherever copies of it are.</summary>
internal static class PersonVault
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static (byte[] Secret, byte[] Content) Lock(long member, ReadOnlySpan<byte> plain)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(32);
        byte[] content = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(content.AsSpan(0, NonceSize));
        using AesGcm aes = new(secret, TagSize);
        aes.Encrypt(content.AsSpan(0, NonceSize), plain, content.AsSpan(NonceSize + TagSize), content.AsSpan(NonceSize, TagSize), BitConverter.GetBytes(member));
        return (secret, content);
    }

    public static byte[] Open(long member, byte[] secret, byte[] content)
    {
        try
        {
            byte[] plain = new byte[content.Length - NonceSize - TagSize];
            using AesGcm aes = new(secret, TagSize);
            aes.Decrypt(content.AsSpan(0, NonceSize), content.AsSpan(NonceSize + TagSize), content.AsSpan(NonceSize, TagSize), plain, BitConverter.GetBytes(member));
            return plain;
        }
        catch (Exception error) when (error is CryptographicException or OverflowException or ArgumentException)
        {
            throw new StoreException($"The profile of member {member} can't be opened: it or its key was changed. Send his profile again, or restore it from a backup.", error);
        }
    }
}
