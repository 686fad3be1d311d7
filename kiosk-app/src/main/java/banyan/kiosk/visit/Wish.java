package banyan.kiosk.visit;

import banyan.item.Language;

/** What the citizen asks for by touch or key. The screen sends these and decides nothing. */
public sealed interface Wish {
    /** Any touch or key: somebody is here. Sent besides the wish itself. */
    record Here() implements Wish {}

    /** 开始办理. */
    record Start() implements Wish {}

    /** 同意并读卡, 同意并按指纹. */
    record Agree() implements Wish {}

    /** Back one page. */
    record Back() implements Wish {}

    /** 首页: keeps the draft of this visit. */
    record GoHome() implements Wish {}

    /** 结束办理, 不办了, 办完了. */
    record End() implements Wish {}

    /** Yes, end it, from {@link Sheet.ConfirmEnd}. */
    record EndForSure() implements Wish {}

    /** 下次接着办, from {@link Sheet.ConfirmEnd}. */
    record Later() implements Wish {}

    /** 打在纸上 or 存到账户: whether it is kept in the account or under a code on paper. */
    record LaterBy(KeepingPage.Later.Way way) implements Wish {}

    /** 同意，存到中心, or 同意，打出来. */
    record KeepDraft() implements Wish {}

    /** Look at what waits in the account, from the home page. */
    record TakeUp() implements Wish {}

    /** Close the sheet; from the idle warning: 我在. */
    record Stay() implements Wish {}

    /** 我办得慢: three more minutes for every later wait. */
    record Slow() implements Wish {}

    /** Open the language sheet. */
    record ShowLanguages() implements Wish {}

    /** Choose a language; the data stay. */
    record Speak(Language language) implements Wish {}

    /** What staff ask for. */
    record OfStaff(UpkeepWish wish) implements Wish {}

    /** Open the full consent text. */
    record ShowConsentText() implements Wish {}

    /** What the centre's clerks say of the case that is looked at. */
    record ReadNews() implements Wish {}

    /** Open a section. */
    record OpenSection(Page.Section section) implements Wish {}

    /** Turn the pages of a list. */
    record TurnPage(int by) implements Wish {}

    /** Open an item: its guide, or its query. */
    record OpenItem(String code) implements Wish {}

    /** Begin the steps of the item whose guide is open. */
    record Begin() implements Wish {}

    /** Print the guide that is open. */
    record PrintGuide() implements Wish {}

    /** Go on with the draft of a crashed visit, or not. */
    record ResumeDraft(boolean yes) implements Wish {}

    /** Edit a field. */
    record Edit(String field) implements Wish {}

    /** The text of the field being edited is now this. */
    record Type(String field, String text) implements Wish {
        @Override
        public String toString() {
            return "Type[" + field + "]";
        }
    }

    /** Take a choice. */
    record Choose(String field, String value) implements Wish {
        @Override
        public String toString() {
            return "Choose[" + field + "]";
        }
    }

    /** 插卡读卡号: read the field's number off a bank card. */
    record InsertCard(String field) implements Wish {}

    /** 查办事进度. */
    record CheckProgress() implements Wish {}

    /** 预约取号: arrange when to come to a window. */
    record Appointments() implements Wish {}

    /** This is to be done about an appointment. */
    record Appoint(AppointmentPage.Deed deed) implements Wish {}

    /** 撤回申请: be asked whether the case is to be taken back. */
    record Withdraw() implements Wish {}

    /** Give now what is asked for in the case. */
    record Supplement() implements Wish {}

    /** 进度与领取: the cases of the citizen whose card was read. */
    record MyCases() implements Wish {}

    /** Look at the case that stands here on the page; the first is 0. */
    record OpenCase(int which) implements Wish {}

    /** 打印结果: have the document of the decided case. */
    record Collect() implements Wish {}

    /** Type the number of the receipt, or hold the receipt before the scanner. */
    record AskByKeys(boolean keys) implements Wish {}

    /** Done with the field being edited. */
    record DoneEditing() implements Wish {}

    /** The primary button: on to the next step. */
    record Next() implements Wish {}

    /** 现在就拍. */
    record Shoot() implements Wish {}

    /** 用送稿器扫: draw the pile in that lies in the feeder. */
    record Feed() implements Wish {}

    /** 停下: draw no further sheet in. */
    record StopFeeding() implements Wish {}

    /** Scan this material now. */
    record SelectMaterial(String code) implements Wish {}

    /** Drop a scanned page. */
    record DropPage(String material, int page) implements Wish {}

    /** 原件放文件柜, or not after all: the original of this material goes into the cabinet instead of being scanned. */
    record LeaveOriginal(String material, boolean yes) implements Wish {}

    /** 打开柜门: a cell is opened, or the one that was closed once more. */
    record OpenCell() implements Wish {}

    /** The door is closed; the originals lie in it, or they do not. */
    record Deposited(boolean inside) implements Wish {}

    /** Look once more how the door stands. */
    record LookAtDoor() implements Wish {}

    /** 先不放了: on without the originals, or without waiting for the door. */
    record WithoutDeposit() implements Wish {}

    /** Ink from the screen; the same meaning as a pad's point. */
    record Touched(float x, float y, float pressure, boolean touching) implements Wish {
        @Override
        public String toString() {
            return "Touched[]";
        }
    }

    /** 重新签. */
    record ClearInk() implements Wish {}

    /** 用这个签名. */
    record UseSignature() implements Wish {}

    /** 按不了指纹. */
    record WithoutFinger() implements Wish {}

    /** Turn the page of the document shown. */
    record TurnDocument(int by) implements Wish {}

    /** Larger. */
    record ZoomIn() implements Wish {}

    /** The tick of the review. */
    record Tick(boolean on) implements Wish {}

    /** Change this group and come back to the review. */
    record Change(int editTarget) implements Wish {}

    /** 确认提交. */
    record Submit() implements Wish {}

    /** Choose the period of a query. */
    record ChoosePeriod(String value) implements Wish {}

    /** Print what is shown. */
    record Print() implements Wish {}

    /** 停止打印. */
    record StopPrinting() implements Wish {}

    /** 我已取走. */
    record Taken() implements Wish {}

    /** 没打好: void it and print again. */
    record Misprinted() implements Wish {}

    /** Print the receipt once more. */
    record PrintAgain() implements Wish {}

    /** Take this way on from a trouble. */
    record Take(PaperPage.WayOn way) implements Wish {}

    /** 办不成事. */
    record CannotDo() implements Wish {}

    /** Rate, 1 (very dissatisfied) to 5 (very satisfied). */
    record Rate(int level) implements Wish {}

    /** Tick or untick a reason. */
    record Reason(String code, boolean on) implements Wish {}

    /** Give the reasons as chosen. */
    record GiveReasons() implements Wish {}

    /** 再办一件. */
    record Another() implements Wish {}
}
