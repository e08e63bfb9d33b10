using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Secrets;
using Shouldly;

namespace Pipelines.Tests.Secrets;

public sealed class SealedValueTests
{
    private static readonly SecretPlace Place = new("ApiKey", "production");
    private static readonly SecretKey Key = new(KeyKind.File, RandomNumberGenerator.GetBytes(32));

    [Test]
    public void Any_text_comes_back() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var value = new string([.. text.Get.Where(character => !char.IsSurrogate(character))]);

        return SealedValue.Read(SealedValue.Write(value, Key, Place), Place).Open(Key) == value;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void The_same_text_never_looks_the_same() =>
        Enumerable.Range(0, 50).Select(_ => SealedValue.Write("hunter22", Key, Place)[..40]).Distinct(StringComparer.Ordinal).Count().ShouldBe(50);

    [Test]
    public void Each_flipped_byte_is_refused_with_parameter_and_profile()
    {
        var text = SealedValue.Write("hunter22", Key, Place);
        var bytes = Convert.FromBase64String(text[3..]);

        for (var index = 0; index < bytes.Length; index++)
        {
            var flipped = bytes.ToArray();
            flipped[index] ^= 0x10;

            var message = Should.Throw<DefinitionException>(() => Open(flipped, Place, Key), $"byte {index}").Message;

            message.ShouldStartWith("Parameter 'ApiKey' of profile 'production'");
            message.ShouldEndWith("./build.sh Secrets --profile production --set ApiKey");
            message.ShouldNotContain("hunter");
        }
    }

    [Test]
    public void A_value_that_is_cut_is_refused()
    {
        var bytes = Convert.FromBase64String(SealedValue.Write("hunter22", Key, Place)[3..]);

        for (var length = 0; length < bytes.Length; length++)
        {
            Should.Throw<DefinitionException>(() => Open(bytes[..length], Place, Key), $"{length} bytes");
        }
    }

    [TestCase("OtherKey", "production")]
    [TestCase("ApiKey", "staging")]
    [TestCase("ApiKey", null)]
    public void A_value_opens_in_no_other_place(string parameter, string? profile)
    {
        var text = SealedValue.Write("hunter22", Key, Place);
        var place = new SecretPlace(parameter, profile);

        Should.Throw<DefinitionException>(() => SealedValue.Read(text, place).Open(Key)).Message.ShouldStartWith(place.ToString());
    }

    [Test]
    public void A_passphrase_is_made_a_key_once_for_each_salt()
    {
        var key = KeyRing.Of("correct horse battery");
        var first = SealedValue.Write("one-value", key, Place);
        var second = SealedValue.Write("two-values", key, Place);
        var opening = KeyRing.Of("correct horse battery");

        SealedValue.Read(first, Place).Open(opening).ShouldBe("one-value");
        SealedValue.Read(first, Place).Open(opening).ShouldBe("one-value");
        opening.Made.ShouldBe(1);
        SealedValue.Read(second, Place).Open(opening).ShouldBe("two-values");
        opening.Made.ShouldBe(2);
        Should.Throw<DefinitionException>(() => SealedValue.Read(first, Place).Open(KeyRing.Of("correct horse batterz"))).Message.ShouldContain("the passphrase is another one");
    }

    [Test]
    public void The_key_is_that_of_PBKDF2_with_600000_rounds_of_SHA256()
    {
        var salt = RandomNumberGenerator.GetBytes(16);

        SecretKey.Rounds.ShouldBeGreaterThanOrEqualTo(600_000);
        KeyRing.Of("correct horse battery").For(salt).ShouldBe(Rfc2898DeriveBytes.Pbkdf2("correct horse battery", salt, 600_000, HashAlgorithmName.SHA256, 32));
    }

    private static string Open(byte[] bytes, SecretPlace place, SecretKey key) => SealedValue.Read(SealedValue.Prefix + Convert.ToBase64String(bytes), place).Open(key);
}
