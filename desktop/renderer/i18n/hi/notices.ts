import type { Catalogue } from '../en/index.ts';

export const notices: Catalogue['notices'] = {
  noticeKind: {
    EMERGENCY: 'लाइन पर आपात स्थिति',
    HUMAN_REQUESTED: 'कॉलर किसी व्यक्ति से बात करना चाहता है',
    NEW: 'नया फ़ॉलो-अप',
    YOURS: 'आपके लिए एक फ़ॉलो-अप',
    DUE: 'एक फ़ॉलो-अप का समय हो गया',
  },
  openCall: 'कॉल खोलें',
  openFollowUps: 'फ़ॉलो-अप खोलें',
  label: 'सूचनाएँ',
  system: 'इस विंडो के बाहर भी दिखाएँ',
  names: 'कॉलर के नाम के साथ',
  denied: 'ब्राउज़र KaiVox को सूचनाएँ दिखाने नहीं देता। ब्राउज़र की सेटिंग में इस साइट के लिए अनुमति दें, फिर यहाँ चालू करें।',
  lowBalance: {
    title: 'Vobiz खाते में पैसे कम हैं',
    body: '{{amount}} बचे हैं। पैसे न हों तो कॉल आना बंद हो जाता है।',
    open: 'प्लेटफ़ॉर्म सेटिंग खोलें',
  },
  count: {
    open_one: '{{count}} बाक़ी',
    open_other: '{{count}} बाक़ी',
    overdue_one: '{{count}} में देर',
    overdue_other: '{{count}} में देर',
  },
};
